import type { AgreedPlan } from '#domain/assessment';
import { watchSeries, type WatchedSeries } from '#domain/judgement';
import { londonInstant, periodKey } from '#domain/periods';
import { isMember } from '#domain/register';
import { lastGranted } from '#domain/returns';
import { decidedOf, goLiveOf, metricPart, withEveryPeriod } from '../figures/series-input.js';
import type { GrantedExtension, LimitDecision } from '../ports/index.js';
import { tooLateMoment } from './calendar-memory.js';
import type { ExpectedPeriod } from './expected-periods.js';
import { PointHistory, type RecordedFigures } from './point-history.js';

/** What one series of a council is made from, whatever the moment. */
export type SeriesRecord = RecordedFigures & {
  readonly expected: readonly ExpectedPeriod[];
  readonly plans: readonly AgreedPlan[];
  readonly limits: readonly LimitDecision[];
  readonly extensions: readonly GrantedExtension[];
};

/**
 * One series of one council as rules saw it at moment after moment: call `at` with moments that do not go back. As long as
 * nothing changes, the same series is answered.
 */
export class SeriesHistory {
  private readonly points: PointHistory;
  private readonly changes: readonly number[];
  /** Those of the moments at which more can have changed than that a figure was expected. */
  private readonly news: ReadonlySet<number>;
  private readonly late: ReadonlySet<string>;
  private passed = 0;
  private standing: WatchedSeries | null = null;

  constructor(private readonly record: SeriesRecord) {
    this.points = new PointHistory(record);
    this.late = this.latePeriods();
    const { expected, plans, limits } = record;
    this.news = new Set([
      ...this.points.moments(),
      ...limits.map(({ decidedAt }) => decidedAt.getTime()),
      ...plans.flatMap(({ agreedOn }) => (agreedOn === null ? [] : [agreedAt(agreedOn)])),
    ]);
    const times = new Set([
      ...this.news,
      ...expected.map(({ expectedBy }) => expectedBy.getTime()),
    ]);
    this.changes = [...times].sort((a, b) => a - b);
  }

  /** The moments at which the series can have changed, oldest first, in milliseconds since 1970. */
  moments(): readonly number[] {
    return this.changes;
  }

  /** The series as known at a moment; null while it has no figure. */
  at(moment: number): WatchedSeries | null {
    const from = this.passed;
    while ((this.changes[this.passed] ?? Infinity) <= moment) this.passed += 1;
    const changed = this.changes.slice(from, this.passed);
    if (changed.length > 0 && !this.onlyExpected(changed))
      this.standing = same(this.standing, this.seriesAt(moment));
    return this.standing;
  }

  /** Whether at these moments nothing happened but that figures were expected which are there, or a series that is not. */
  private onlyExpected(changed: readonly number[]): boolean {
    if (changed.some((time) => this.news.has(time))) return false;
    const { standing } = this;
    if (standing === null) return true;
    const times = new Set(changed);
    const there = new Set(standing.input.points.map(({ period }) => period.start));
    return this.record.expected.every(
      ({ period, expectedBy }) => !times.has(expectedBy.getTime()) || there.has(period.start),
    );
  }

  private seriesAt(moment: number): WatchedSeries | null {
    const { metric, expected, plans, limits, programme, councilId } = this.record;
    const points = this.points.at(moment);
    if (points.length === 0) return null;
    const due = expected.filter(({ expectedBy }) => expectedBy.getTime() <= moment);
    return watchSeries({
      metric,
      late: this.late,
      input: {
        metric: metricPart(metric),
        points: withEveryPeriod(
          points,
          due.map(({ period }) => period),
        ),
        plan: plans.findLast((plan) => agreedBy(plan, moment)) ?? null,
        goLive: goLiveOf(programme, metric, councilId),
        ...decidedOf(limits.filter(({ decidedAt }) => decidedAt.getTime() <= moment)),
        newest: { matured: true, tooLate: false },
      },
    });
  }

  /**
   * The months whose first figure, or the last of its first figures, came more than 45 days after it was due; and those that
   * were never due, before the council was a member: a backfill is history.
   */
  private latePeriods(): ReadonlySet<string> {
    const { metric, programme, extensions, councilId } = this.record;
    if (metric.type === 'published') return new Set();
    const late = this.points.firstCame().filter(([period, came]) => {
      if (!isMember(programme.register, councilId, period)) return true;
      const key = periodKey(period);
      const granted = lastGranted(extensions.filter((one) => one.period === key));
      return came >= tooLateMoment(programme, period, granted).getTime();
    });
    return new Set(late.map(([period]) => periodKey(period)));
  }
}

/** The series before, where nothing of it has changed. */
function same(before: WatchedSeries | null, now: WatchedSeries | null): WatchedSeries | null {
  if (!before || !now) return now;
  const [a, b] = [before.input, now.input];
  const isSame =
    a.points.length === b.points.length &&
    a.points.every((point, at) => point === b.points[at]) &&
    a.plan === b.plan &&
    a.baseline?.from === b.baseline?.from &&
    a.baseline?.points === b.baseline?.points &&
    a.rebases.length === b.rebases.length;
  return isSame ? before : now;
}

/** A plan is known from the day on which it was agreed. */
const agreedAt = (day: string): number => londonInstant(day, '00:00').getTime();

const agreedBy = ({ status, agreedOn }: AgreedPlan, moment: number): boolean =>
  status === 'agreed' && (agreedOn === null || agreedAt(agreedOn) <= moment);
