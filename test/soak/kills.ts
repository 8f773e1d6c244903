import { cli, ended, newDataDir, remove, startService, until } from '../whole/started-service.js';
import { importBigFile } from './big-file.js';
import { codesOf, isChecked, outcomeOf } from './inside.js';
import { killAndWait } from './kill.js';

const VALUES = 100_000;
const KILLS = 10;

/** Ten kills of worker, api and PostgreSQL in turn, while a file of 100,000 values is imported and checked. */
export async function kills(say: (line: string) => void): Promise<boolean> {
  const started = await startService({ dataDir: newDataDir() });
  try {
    const { fileName, status } = await importBigFile(started, await codesOf(started), VALUES);
    say(`import acknowledged with status ${status}`);
    const slowest = { worker: 0, api: 0, postgres: 0 };
    for (let n = 0; n < KILLS; n += 1) {
      const name = (['worker', 'postgres', 'api'] as const)[n % 3] ?? 'worker';
      const took = await killAndWait(started, name);
      slowest[name] = Math.max(slowest[name], took);
      say(`kill ${n + 1} of ${KILLS}: ${name} back after ${(took / 1000).toFixed(1)} s`);
    }
    await until('the import to be checked', () => isChecked(started), 300_000);
    const [outcome, ...others] = await outcomeOf(started, fileName);
    const verified = cli(started, 'verify');
    say(`submission: ${JSON.stringify(outcome)}`);
    say(verified.output);
    say(`slowest return: ${JSON.stringify(slowest)} ms`);
    const isWhole =
      others.length === 0 &&
      outcome?.accepted === VALUES &&
      outcome.acceptances === 1 &&
      outcome.revisions === VALUES;
    return isWhole && verified.status === 0 && Math.max(...Object.values(slowest)) <= 10_000;
  } finally {
    started.process.kill('SIGTERM');
    await ended(started.process);
    remove(started.dataDir);
  }
}
