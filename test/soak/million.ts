import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import {
  cli,
  ended,
  newDataDir,
  processesOf,
  remove,
  startService,
  until,
  type Started,
} from '../whole/started-service.js';
import { importBigFile } from './big-file.js';
import { codesOf, isChecked, outcomeOf, query } from './inside.js';
import { killAndWait } from './kill.js';

const VALUES = 1_000_000;
const KILLS = 3;
const MOST_GROWTH_MB = 100;
/** What a worker has written of the file before it is killed. */
const WRITTEN_BEFORE_KILL_MB = 40;

type Watch = { peakMb: number; readonly page: number[]; readonly send: number[] };

/** A million values in one file: three kills of the worker while it writes, and other people's work beside it. */
export async function million(say: (line: string) => void): Promise<boolean> {
  const started = await startService({ dataDir: newDataDir() });
  const watch: Watch = { peakMb: 0, page: [], send: [] };
  const done = new AbortController();
  const token = cli(started, 'token', '--role', 'council-submitter', '--council', 'E06000017')
    .output.split('\n')
    .at(-1);
  try {
    await pause(2_000);
    const before = memoryOf(started);
    const watching = beside(started, { token: token ?? '', watch, done: done.signal });
    const sent = await importBigFile(started, await codesOf(started), VALUES);
    say(`${sent.bytes} bytes acknowledged with status ${sent.status}`);
    for (let n = 1; n <= KILLS; n += 1) {
      const size = await tableMb(started);
      await until(
        'the worker to write',
        async () => (await tableMb(started)) > size + WRITTEN_BEFORE_KILL_MB,
        300_000,
      );
      const took = await killAndWait(started, 'worker');
      say(`kill ${n} of ${KILLS}: worker back after ${(took / 1000).toFixed(1)} s`);
    }
    const restarted = performance.now();
    await until('the file to be checked', () => isChecked(started), 900_000);
    say(`checked in ${((performance.now() - restarted) / 1000).toFixed(0)} s after the last kill`);
    done.abort();
    await watching;
    const [outcome, ...others] = await outcomeOf(started, sent.fileName);
    const verified = cli(started, 'verify');
    say(`submission: ${JSON.stringify(outcome)}`);
    say(verified.output);
    const growth = Math.round(watch.peakMb - before);
    say(`worker: ${Math.round(before)} MB before, ${Math.round(watch.peakMb)} MB at most`);
    say(`pages beside it: ${spread(watch.page)}; submissions: ${spread(watch.send)}`);
    const isWhole =
      others.length === 0 &&
      outcome?.accepted === VALUES &&
      outcome.acceptances === 1 &&
      outcome.revisions === VALUES;
    return isWhole && verified.status === 0 && growth <= MOST_GROWTH_MB;
  } finally {
    done.abort();
    started.process.kill('SIGTERM');
    await ended(started.process);
    remove(started.dataDir);
  }
}

/** Resident memory of the worker, in megabytes. */
function memoryOf(started: Started): number {
  const [pid] = processesOf(started.dataDir)['worker'] ?? [];
  if (!pid) return 0;
  const told = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return (Number(told.trim()) * 1_024) / 1_000_000;
}

/** The tables that an import fills, in megabytes, with what is not yet committed. */
const tableMb = async (started: Started): Promise<number> =>
  (
    await query<{ mb: number }>(
      started,
      `select (pg_relation_size('revision') / 1e6)::float8 as mb`,
    )
  )[0]?.mb ?? 0;

/** Another council's day while the file is checked: a page and a submission, again and again, until it is done. */
async function beside(
  started: Started,
  { token, watch, done }: { token: string; watch: Watch; done: AbortSignal },
): Promise<void> {
  for (let n = 0; !done.aborted; n += 1) {
    watch.peakMb = Math.max(watch.peakMb, memoryOf(started));
    watch.page.push(await timed(() => fetch(`${started.web}/sign-in`)));
    const month = `2025-0${(n % 5) + 1}`;
    watch.send.push(
      await timed(() =>
        fetch(`${started.api}/v1/submissions`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
          body: `council,period,measure,value,reason_text\n857,${month},n_requests,${n},counted again\n`,
        }),
      ),
    );
    await pause(250);
  }
}

async function timed(ask: () => Promise<Response>): Promise<number> {
  const began = performance.now();
  const answer = await ask();
  await answer.text();
  if (answer.status >= 500) throw new Error(`it answered ${answer.status}`);
  return performance.now() - began;
}

function spread(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  return `${sorted.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`;
}
