import { resolve } from 'node:path';
import { readDemonstrationOpening, seed } from '../seed/index.js';
import { serviceClock } from '../supervisor/index.js';
import type { Command } from './command.js';
import { rolesOf } from './running-service.js';

/** `seed`: loads what `SEED` says, where it is not loaded yet. */
export const seedCommand: Command = {
  name: 'seed',
  summary: 'Load the programme, its published history and, with SEED=demo, the demonstration',
  usage: 'seed',
  run: async (input) => {
    const { config, root, say } = input;
    const roles = rolesOf(input);
    const clock = serviceClock({
      asOf: config.AS_OF ?? null,
      demonstrationOpensAt: config.SEED === 'demo' ? readDemonstrationOpening(root) : null,
      dataDir: resolve(root, config.DATA_DIR),
      now: new Date(),
    });
    const loaded = await seed({
      root,
      kind: config.SEED,
      workerUrl: roles.worker,
      appUrl: roles.app,
      clock,
      say,
    });
    say(loaded || 'Nothing to load: it is all there.');
    return 0;
  },
};
