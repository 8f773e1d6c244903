import type { JudgedPoint } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import { TOTAL } from '#domain/observations';
import { monthsBefore, periodKey, type Period } from '#domain/periods';
import { pointsOf } from '../figures/points-of.js';
import { appliesTo } from '../figures/read-series.js';
import { judgedPoint } from '../figures/series-input.js';
import { storedCodes } from '../figures/stored-codes.js';
import type { KnownRevision, Programme } from '../ports/index.js';
import { countingOf, type Counting } from './standing-at.js';

/** The figures of one metric of a council, whatever the moment: by period, then by seq. Others are passed over. */
export type RecordedFigures = {
  readonly programme: Programme;
  readonly metric: Metric;
  readonly councilId: number;
  readonly revisions: readonly KnownRevision[];
};

type Known = { readonly revision: KnownRevision; readonly counting: Counting };

/**
 * The points of one series of a council as known at moment after moment: call `at` with moments that do not go back. A period
 * is worked out again only when one of its figures began or ceased to count.
 */
export class PointHistory {
  private readonly codes: readonly string[];
  private readonly known = new Map<string, Known[]>();
  private readonly periods = new Map<string, Period>();
  /** Which periods change when, in order of time. */
  private readonly changes: readonly (readonly [at: number, periods: ReadonlySet<string>])[];
  private readonly points = new Map<string, JudgedPoint>();
  private passed = 0;

  constructor(private readonly record: RecordedFigures) {
    this.codes = storedCodes(record.metric);
    const codes = new Set(this.codes);
    for (const revision of record.revisions) {
      if (!codes.has(revision.metric) || revision.breakdown !== TOTAL) continue;
      const place = placeOf(revision.metric, revision.period);
      const known = { revision, counting: countingOf(revision, record.programme) };
      const standing = this.known.get(place);
      if (standing) standing.push(known);
      else this.known.set(place, [known]);
      this.periods.set(periodKey(revision.period), revision.period);
    }
    this.changes = this.changesOf();
  }

  /** The moments at which a point can have changed, oldest first, in milliseconds since 1970. */
  moments(): readonly number[] {
    return this.changes.map(([at]) => at);
  }

  /** The points as known at a moment, oldest period first. */
  at(moment: number): readonly JudgedPoint[] {
    const changed = new Set<string>();
    for (let next = this.changes[this.passed]; next && next[0] <= moment;) {
      for (const key of next[1]) changed.add(key);
      this.passed += 1;
      next = this.changes[this.passed];
    }
    for (const key of changed) {
      const period = this.periods.get(key);
      const point = period ? this.pointAt(period, moment) : null;
      if (point) this.points.set(key, point);
      else this.points.delete(key);
    }
    return [...this.points.values()].sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
  }

  /** When each period first had every figure that it needs, approved or not; in milliseconds since 1970. */
  firstCame(): readonly (readonly [period: Period, at: number])[] {
    return [...this.periods.values()].map((period) => {
      const arrivals = this.codes.flatMap((code) => {
        const known = this.known.get(placeOf(code, period)) ?? [];
        const times = known.map(({ revision }) => revision.knownAt.getTime());
        return times.length > 0 ? [Math.min(...times)] : [];
      });
      return [period, Math.max(...arrivals)] as const;
    });
  }

  private pointAt(period: Period, moment: number): JudgedPoint | null {
    const { metric, programme, councilId } = this.record;
    const used = this.usedFor(period, moment);
    const applies = appliesTo(programme, metric, councilId);
    const key = periodKey(period);
    const found = pointsOf(metric, used, TOTAL, applies).find(
      (point) => periodKey(point.period) === key,
    );
    return found ? judgedPoint(found) : null;
  }

  /** The figures behind one period: its own, those of the month a cohort lags behind, and prefilled ones of longer periods. */
  private usedFor(period: Period, moment: number): readonly KnownRevision[] {
    const { denominator } = this.record.metric;
    const at = (code: string, when: Period): KnownRevision | undefined =>
      this.known
        .get(placeOf(code, when))
        ?.findLast(({ counting }) => counting.from <= moment && moment < counting.until)?.revision;
    return this.codes.flatMap((code) => {
      if (denominator.kind === 'lagged' && denominator.box === code)
        return at(code, monthsBefore(period, denominator.lagMonths)) ?? [];
      if (denominator.kind === 'prefilled' && denominator.name === code)
        return [...this.periods.values()].flatMap((when) => at(code, when) ?? []);
      return at(code, period) ?? [];
    });
  }

  private changesOf(): readonly (readonly [number, ReadonlySet<string>])[] {
    const changes = new Map<number, Set<string>>();
    const note = (time: number, touched: readonly string[]): void => {
      const keys = changes.get(time) ?? new Set<string>();
      for (const key of touched) keys.add(key);
      changes.set(time, keys);
    };
    for (const { revision, counting } of [...this.known.values()].flat()) {
      const touched = this.touchedBy(revision);
      note(counting.from, touched);
      if (counting.until < Infinity) note(counting.until, touched);
    }
    return [...changes].sort(([a], [b]) => a - b);
  }

  /** The periods that a figure is part of. */
  private touchedBy({ metric: code, period }: KnownRevision): readonly string[] {
    const { denominator } = this.record.metric;
    if (denominator.kind === 'lagged' && denominator.box === code)
      return [periodKey(period), periodKey(monthsBefore(period, -denominator.lagMonths))];
    if (denominator.kind === 'prefilled' && denominator.name === code)
      return [...this.periods.keys()];
    return [periodKey(period)];
  }
}

const placeOf = (code: string, period: Period): string => `${code} ${periodKey(period)}`;
