import { assess } from './assess.js';
import { backtest } from './backtest.js';
import type { Command } from './command.js';
import { eesCheck } from './ees-check.js';
import { erase } from './erase.js';
import { explainAlert } from './explain-alert.js';
import { importPublished } from './import.js';
import { key } from './key.js';
import { migrateCommand } from './migrate.js';
import { oracle } from './oracle.js';
import { pack } from './pack.js';
import { replay } from './replay.js';
import { seedCommand } from './seed.js';
import { start } from './start.js';
import { token } from './token.js';
import { verify } from './verify.js';

/** Everything that a person can run. */
export const commands: readonly Command[] = [
  start,
  migrateCommand,
  seedCommand,
  token,
  key,
  importPublished,
  eesCheck,
  assess,
  replay,
  backtest,
  explainAlert,
  pack,
  erase,
  verify,
  oracle,
];
