import { join } from 'node:path';
import { composeService, type Service } from '#composition';
import { workerScope } from '#domain/access';
import { addDays, londonDay, londonInstant } from '#domain/periods';
import { WakeUps } from '#application/ports';
import { dataSourceFor, ScopedTransactions, writeProgramme } from '#persistence';
import { clockFrom, FixedClock, loadConfig } from '#platform';
import { demonstrationEvents } from './demonstration-events.js';
import { playEvent, type Made } from './play-event.js';
import { programmeFile } from './programme-files.js';
import { programmeFolder } from './programme-folder.js';
import { readJson, readProgramme } from './read-programme.js';
import { publishedEvents, type SeedEvent } from './timeline.js';

export type SeedOptions = {
  readonly root: string;
  readonly kind: 'demo' | 'programme' | 'none';
  readonly workerUrl: string;
  readonly appUrl: string;
  /** `AS_OF` and `CLOCK_OPENED_AT`, or nothing for the real clock. */
  readonly clock: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
};

const SEEDED = 'seeded';

/** The moment at which the demonstration opens. */
export const readDemonstrationOpening = (root: string): Date =>
  new Date(
    readJson(join(programmeFolder(root), 'programme.json'), programmeFile).demonstration.opensAt,
  );

/** While history is loaded nobody has to be woken: each day's looks are taken in turn. */
class NoWakeUps extends WakeUps {
  wake(): Promise<void> {
    return Promise.resolve();
  }
}

/**
 * Loads the programme, its published history and the demonstration, each event at its own moment through the same use
 * cases as everybody, so that what was known when, and who was told when, is as it would have been. Goes on where an
 * earlier run stopped; a second run does nothing. Answers a sentence, or '' when there was nothing to do.
 */
export async function seed(options: SeedOptions): Promise<string> {
  if (options.kind === 'none') return '';
  const config = loadConfig(options.clock);
  const now = clockFrom(config.ok ? config.value : {}).now();
  const began = Date.now();
  const folder = programmeFolder(options.root);
  const last = await ensureProgramme(options, folder);
  const events = [
    ...publishedEvents(folder),
    ...(options.kind === 'demo' ? demonstrationEvents(folder) : []),
  ];
  const due = events.filter((event) => last === null || (event.at > last && event.at <= now));
  if (last !== null && due.length === 0) return '';
  const clock = new FixedClock(now);
  const service = await composeService(
    { app: options.appUrl, worker: options.workerUrl, listens: false, poolSize: 2, name: 'seed' },
    { clock, wakeUps: new NoWakeUps() },
  );
  try {
    options.say(
      options.kind === 'demo'
        ? 'Loading the programme, its published history and the demonstration …'
        : 'Loading the programme and its published history …',
    );
    await play(service, clock, { due, from: last, now });
    await remember(options, now);
  } finally {
    await service.close();
  }
  return `Loaded ${due.length} deliveries and approvals in ${((Date.now() - began) / 1000).toFixed(1)} seconds.`;
}

async function play(
  service: Service,
  clock: FixedClock,
  given: { due: readonly SeedEvent[]; from: Date | null; now: Date },
): Promise<void> {
  const made: Made = new Map();
  const inOrder = [...given.due].sort((a, b) => a.at.getTime() - b.at.getTime());
  let day: string | null = null;
  for (const event of inOrder) {
    const late = event.at > given.now;
    if (!late && day !== null && londonDay(event.at) !== day)
      await endDays(service, clock, { from: day, to: londonDay(event.at) });
    clock.set(late ? given.now : event.at);
    await playEvent(service, event, made);
    if (!late) day = londonDay(event.at);
  }
  if (day !== null) await endDays(service, clock, { from: day, to: londonDay(given.now) });
  clock.set(given.now);
  await look(service);
}

/** The end of each day on which something happened or a calendar moment can have passed: sweep, judge, tell. */
async function endDays(
  service: Service,
  clock: FixedClock,
  days: { from: string; to: string },
): Promise<void> {
  const far = days.from < '2023-01-01';
  for (let day = days.from; day < days.to; day = addDays(day, 1)) {
    clock.set(londonInstant(day, '18:00'));
    await look(service, day !== days.from);
    if (far) return;
  }
}

/** Sweeps, judges what waits, and tells. On a quiet day only the sweep can have made something wait. */
async function look(service: Service, quiet = false): Promise<void> {
  const { promoted, queued } = await service.sweepSchedules.run();
  if (!quiet || promoted + queued > 0) await service.judgeSeries.run();
  await service.sendNotifications.run();
}

/** The programme is written at the first run. Answers how far an earlier run had come. */
async function ensureProgramme(options: SeedOptions, folder: string): Promise<Date | null> {
  return onWorker(options, async (transactions) =>
    transactions.run(workerScope('seed'), async (sql) => {
      const seeded = await sql.one<{ swept_up_to: Date }>(
        'select swept_up_to from sweep where name = $1',
        [SEEDED],
      );
      if (!seeded)
        await writeProgramme(
          sql,
          readProgramme({ folder, demonstration: options.kind === 'demo' }),
        );
      return seeded?.swept_up_to ?? null;
    }),
  );
}

const remember = (options: SeedOptions, now: Date): Promise<void> =>
  onWorker(options, (transactions) =>
    transactions.run(workerScope('seed'), async (sql) => {
      await sql.run(
        `insert into sweep (name, swept_up_to) values ($1, $2)
         on conflict (name) do update set swept_up_to = greatest(sweep.swept_up_to, excluded.swept_up_to)`,
        [SEEDED, now],
      );
    }),
  );

async function onWorker<T>(
  options: SeedOptions,
  work: (transactions: ScopedTransactions) => Promise<T>,
): Promise<T> {
  const source = dataSourceFor(options.workerUrl, { size: 1, name: 'seed' });
  await source.initialize();
  try {
    return await work(new ScopedTransactions({ worker: source }));
  } finally {
    await source.destroy();
  }
}
