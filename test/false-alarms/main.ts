import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readExpected } from './expected.js';
import { report } from './report.js';
import { simulate } from './simulate.js';
import { verdicts } from './verdicts.js';

// `npm run simulate`: measures the off-track rules by the protocol of docs/false-alarms.md. Heavy on one core, so it is run
// by hand; `--write` writes that page anew.
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed))
  throw new Error('--runs and --seed are whole numbers, --runs at least 1');
if (values.write && values.only !== '')
  throw new Error('--write needs every cell: leave out --only');

const began = performance.now();
const minutes = () => (performance.now() - began) / 60_000;
const say = (line: string): void => {
  process.stdout.write(`${minutes().toFixed(1)} min  ${line}\n`);
};
const root = process.cwd();
const expected = readExpected(root);
const simulation = simulate(expected, { runs, seed, only: values.only, say });
const found = verdicts(simulation);
for (const { line, passed } of found)
  process.stdout.write(`${passed ? 'ok' : 'NOT OK'}  ${line}\n`);
if (values.write) {
  const command = `npm run simulate -- --runs ${runs} --seed ${seed} --write`;
  const page = report(simulation, expected, { command, runs, seed, minutes: minutes() });
  writeFileSync(join(root, 'docs', 'false-alarms.md'), page);
}
process.exitCode = found.every(({ passed }) => passed) ? 0 : 1;
