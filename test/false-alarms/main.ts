import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { ThreadedHeavyNumbers } from '#platform/heavy-numbers';
import { readExpected } from './expected.js';
import { report } from './report.js';
import { simulate } from './simulate.js';
import type { simulationTasks } from './tasks.js';
import { verdicts } from './verdicts.js';

// `npm run simulate`: measures the off-track rules by the protocol of docs/false-alarms.md. Heavy, so it is run by
// hand; `--write` writes that page anew.
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: String(availableParallelism()) },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});
const [runs, seed, threads] = [values.runs, values.seed, values.threads].map(Number) as [
  number,
  number,
  number,
];
if (![runs, threads].every((one) => Number.isInteger(one) && one >= 1) || !Number.isInteger(seed))
  throw new Error(
    '--runs, --seed and --threads are whole numbers, --runs and --threads at least 1',
  );
if (values.write && values.only !== '')
  throw new Error('--write needs every cell: leave out --only');

const began = performance.now();
const minutes = () => (performance.now() - began) / 60_000;
const say = (line: string): void => {
  process.stdout.write(`${minutes().toFixed(1)} min  ${line}\n`);
};
const root = process.cwd();
const expected = readExpected(root);
const numbers = new ThreadedHeavyNumbers<typeof simulationTasks>(
  new URL('./tasks.js', import.meta.url),
  { threads, waiting: threads, heapMegabytes: 512 },
);
const simulation = await simulate(expected, {
  ...{ runs, seed, only: values.only, say },
  ...{ numbers, atOnce: threads },
}).finally(() => numbers.close());
const found = verdicts(simulation);
for (const { line, passed } of found)
  process.stdout.write(`${passed ? 'ok' : 'NOT OK'}  ${line}\n`);
if (values.write) {
  const command = `npm run simulate -- --runs ${runs} --seed ${seed} --write`;
  const page = report(simulation, expected, {
    ...{ command, runs, seed, threads },
    minutes: minutes(),
  });
  writeFileSync(join(root, 'docs', 'false-alarms.md'), page);
}
process.exitCode = found.every(({ passed }) => passed) ? 0 : 1;
