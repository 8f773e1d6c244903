import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AlertCase } from './alert-states.js';

export type RecordedCase = AlertCase & { readonly states: string };
export type Recorded = {
  readonly meta: {
    readonly promtool: string;
    readonly seed: number;
    readonly states: string;
  };
  readonly cases: readonly RecordedCase[];
};

const FILE = 'test/oracles/alerts.json';

/** The cases whose every step promtool confirmed. */
export const readRecorded = (root: string): Recorded =>
  JSON.parse(readFileSync(join(root, FILE), 'utf8')) as Recorded;

/** Writes them, one case a line, and says where. */
export function writeRecorded(root: string, { meta, cases }: Recorded): string {
  const lines = cases.map((one) => JSON.stringify(one)).join(',\n');
  writeFileSync(join(root, FILE), `{"meta":${JSON.stringify(meta)},\n"cases":[\n${lines}\n]}\n`);
  return FILE;
}
