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
import { readJson } from './read-json.js';
import { readProgramme } from './read-programme.js';
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
/** Series judged in one transaction: nobody else waits for these councils. */
const MANY = 20_000;

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
    {
      app: options.appUrl,
      worker: options.workerUrl,
      listens: false,
      poolSize: 2,
      name: 'seed',
      // An interrupted seed goes on where the record ends; `remember` commits for good.
      commits: 'at-leisure',
    },
    { clock, wakeUps: new NoWakeUps() },
  );
  try {
    options.say(
      options.kind === 'demo'
        ? 'Loading the programme, its published history and the demonstration …'
        : 'Loading the programme and its published history …',
    );
    await play(service, clock, { due, from: last, now });
    clock.set(now);
    await service.rebuildAssessments.write();
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
  const looks = new Looks(service, clock);
  let day: string | null = null;
  for (const event of inOrder) {
    const late = event.at > given.now;
    if (!late && day !== null && londonDay(event.at) !== day)
      await looks.endDays(day, londonDay(event.at));
    clock.set(late ? given.now : event.at);
    await playEvent(service, event, made);
    if (!late) day = londonDay(event.at);
  }
  if (day !== null) await looks.endDays(day, londonDay(given.now));
  await looks.settle(given.now);
}

/**
 * What the worker would have done in those years, at the end of each day on which something happened or a calendar moment
 * can have passed. Sweeping and judging take their moments from the calendar and from what became known, so that once a
 * month writes the same history as every day; messages leave at the end of the day on which they were due. What the
 * statistics say has no history: every series is assessed once, at the end.
 */
class Looks {
  private waiting: Date[] = [];
  private month: string | null = null;

  constructor(
    private readonly service: Service,
    private readonly clock: FixedClock,
  ) {}

  /** The ends of the days from `from` until before `to`. */
  async endDays(from: string, to: string): Promise<void> {
    const far = from < '2023-01-01';
    for (let day = from; day < to; day = addDays(day, 1)) {
      const at = londonInstant(day, '18:00');
      const month = day.slice(0, 7);
      if (this.month !== null && this.month !== month) await this.settle(at);
      else this.waiting.push(at);
      this.month = month;
      if (far) return;
    }
  }

  /** Sweeps and judges up to a moment, and tells at each end of a day what was due by then. */
  async settle(at: Date): Promise<void> {
    this.clock.set(at);
    await this.service.sweepSchedules.run();
    await this.service.judgeSeries.run(MANY, 'later');
    for (const end of [...this.waiting, at]) {
      this.clock.set(end);
      await this.service.sendNotifications.run();
    }
    this.waiting = [];
  }
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
