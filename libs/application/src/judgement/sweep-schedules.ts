import { workerScope } from '#domain/access';
import {
  addDays,
  londonDay,
  monthOfDay,
  monthsBefore,
  periodFromKey,
  type Period,
} from '#domain/periods';
import { isMember } from '#domain/register';
import {
  LOOKS,
  type Clock,
  type Programme,
  type ProgrammeSource,
  type SeriesToAssess,
  type Stores,
  type UnitOfWork,
  type WakeUps,
} from '../ports/index.js';
import { dueMoment, workingDaysLater } from './calendar-memory.js';
import { graceWorkingDays, silenceFrom } from './expected-periods.js';
import { owedDue } from './sweep-owed.js';
import { tooLateFrom } from './too-late.js';
import { planEvaluations } from './plan-evaluations.js';
import { sweepRetention } from './sweep-retention.js';
import { MATURES_AFTER } from './standing-at.js';

const SWEEP = 'calendar';
/** Days after the last day of an extension in which something still happens by the calendar: its grace, and 45 days. */
const EXTENDED_DAYS = 60;
/** Days that ten working days never exceed, whatever holidays lie between. */
const LONGEST_DAYS = 30;
const DAY_MS = 86_400_000;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
};

export type SweepReport = { readonly promoted: number; readonly queued: number };

/**
 * The scheduled sweep: brings up published figures whose day has come, queues the series for which a calendar moment
 * has passed since the last sweep (a return, a milestone or an answer became overdue, a provisional figure matured), deletes what has been
 * kept long enough, and asks for every look again, so that a wake-up that was lost is made good. After downtime it catches up: the moments are taken from the
 * calendar, not from when the sweep happened to run.
 */
export class SweepSchedules {
  constructor(private readonly ports: Ports) {}

  async run(): Promise<SweepReport> {
    const programme = await this.ports.programme.current();
    const now = this.ports.clock.now();
    const report = await this.ports.unitOfWork.run(workerScope('sweep'), (stores) =>
      this.sweep(stores, programme, now),
    );
    for (const look of LOOKS) await this.ports.wakeUps.wake(look);
    return report;
  }

  private async sweep(stores: Stores, programme: Programme, now: Date): Promise<SweepReport> {
    const before = await stores.alerts.sweptUpTo(SWEEP);
    const promoted = await stores.figures.promoteDue(now);
    const series = [
      ...seriesDue(programme, before, now),
      ...(await this.extendedDue(stores, programme, { before, now })),
      ...(await this.matured(stores, programme, { before, now })),
      ...(await owedDue(stores, programme, { before, now })),
    ];
    if (series.length > 0) await stores.alerts.queueSeries(series);
    await planEvaluations(stores, programme, { now, since: before ?? now });
    await stores.alerts.setSweptUpTo(SWEEP, now);
    await sweepRetention(stores, programme, now);
    await stores.drafts.forgetEnded(now);
    return { promoted, queued: series.length };
  }

  /** What came after its return was due, and has been provisional for so long since that it counts, after `before` and by `now`. */
  private async matured(
    stores: Stores,
    programme: Programme,
    { before, now }: { before: Date | null; now: Date },
  ): Promise<readonly SeriesToAssess[]> {
    const days = (from: Date, count: number): Date => new Date(from.getTime() - count * DAY_MS);
    const came = await stores.figures.cameBetween({
      programmeId: programme.register.programmeId,
      after: days(before ?? new Date(`${programme.startsOn}T00:00:00Z`), LONGEST_DAYS),
      upTo: days(now, MATURES_AFTER),
    });
    const ripe = came.filter(({ knownAt }) => {
      const at = workingDaysLater(programme, knownAt, MATURES_AFTER);
      return at <= now && (before === null || at > before);
    });
    return [...new Set(ripe.map(({ councilId }) => councilId))].flatMap((councilId) =>
      seriesOf(programme, councilId),
    );
  }

  /** The returns whose extension ended, with its grace or by 45 days, after `before` and by `now`. */
  private async extendedDue(
    stores: Stores,
    programme: Programme,
    { before, now }: { before: Date | null; now: Date },
  ): Promise<readonly SeriesToAssess[]> {
    const { programmeId } = programme.register;
    const from = addDays(londonDay(before ?? now), -EXTENDED_DAYS);
    const extensions = await stores.permissions.extensionsFrom(programmeId, from);
    const ended = extensions.filter((one) => {
      const period = periodFromKey(one.period);
      const moments = period
        ? [silenceFrom(programme, period, [one]), tooLateFrom(dueMoment(programme, period, one))]
        : [];
      return moments.some((at) => at <= now && (before === null || at > before));
    });
    return [...new Set(ended.map(({ councilId }) => councilId))].flatMap((councilId) =>
      seriesOf(programme, councilId),
    );
  }
}

/** Every member's returns and measures of the months for which a moment falls after `before` and by `now`. */
function seriesDue(
  programme: Programme,
  before: Date | null,
  now: Date,
): readonly SeriesToAssess[] {
  const { register } = programme;
  const due = monthsWithin(programme, before, now).filter((period) =>
    calendarMoments(programme, period).some(
      (moment) => moment <= now && (before === null || moment > before),
    ),
  );
  const councils = new Set(
    due.flatMap((period) =>
      register.memberships.map((m) => m.councilId).filter((id) => isMember(register, id, period)),
    ),
  );
  return [...councils].flatMap((councilId) => seriesOf(programme, councilId));
}

/** A council's returns and the numbers in them. */
const seriesOf = (programme: Programme, councilId: number): readonly SeriesToAssess[] => [
  { programmeId: programme.register.programmeId, councilId, metric: null },
  ...programme.metrics
    .filter((metric) => metric.type === 'box')
    .map(({ code }) => ({
      programmeId: programme.register.programmeId,
      councilId,
      metric: code,
    })),
];

/** Months whose moments can lie between the last sweep and now: four before the last sweep's, to the running one. */
function monthsWithin(programme: Programme, before: Date | null, now: Date): readonly Period[] {
  const first = monthOfDay(londonDay(before ?? new Date(`${programme.startsOn}T00:00:00Z`)));
  const earliest = monthsBefore(first, 4).start;
  const months: Period[] = [];
  for (
    let month = monthOfDay(londonDay(now));
    month.start >= earliest;
    month = monthsBefore(month, 1)
  )
    months.push(month);
  return months;
}

/** When silence about a month begins to count, when its provisional figures mature, and when they come far too late. */
function calendarMoments(programme: Programme, period: Period): readonly Date[] {
  const dueAt = dueMoment(programme, period);
  return [
    ...[graceWorkingDays(programme, period), MATURES_AFTER].map((days) =>
      workingDaysLater(programme, dueAt, days),
    ),
    tooLateFrom(dueAt),
  ];
}
