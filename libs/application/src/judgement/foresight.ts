import {
  judgeCondition,
  type AlertCondition,
  type Verdict,
  type Watched,
  type WatchedSeries,
} from '#domain/judgement';

/** Conditions that look at one series alone. */
const BY_ITSELF: ReadonlySet<AlertCondition['kind']> = new Set([
  'plan-band',
  'off-trajectory',
  'getting-worse',
  'target-unlikely',
]);

/**
 * Judges many states of the same series for the price of a few. What a condition says of a month is not changed by later
 * months (a spec holds it to that), so where one state is the state before with more months after it, the longest is judged
 * once and each shorter one takes its months of it. Nothing of a later month is ever seen by an earlier moment.
 */
export class Foresight {
  private readonly longer = new Map<WatchedSeries, WatchedSeries>();
  private readonly judged = new Map<WatchedSeries, Map<AlertCondition, readonly Verdict[]>>();

  /** Tells of a state that followed another one of the same series. */
  note(before: WatchedSeries | null, after: WatchedSeries | null): void {
    if (before && after && before !== after && isContinued(before, after))
      this.longer.set(before, after);
  }

  /** As `judgeCondition` says it. */
  verdicts(condition: AlertCondition, watched: Watched): readonly Verdict[] {
    if (!BY_ITSELF.has(condition.kind)) return judgeCondition(condition, watched);
    const { series } = watched;
    const longest = this.longest(series);
    const known = this.judged.get(longest) ?? new Map<AlertCondition, readonly Verdict[]>();
    this.judged.set(longest, known);
    const all = known.get(condition) ?? judgeCondition(condition, { ...watched, series: longest });
    known.set(condition, all);
    return longest === series ? all : all.slice(0, series.input.points.length);
  }

  private longest(series: WatchedSeries): WatchedSeries {
    let found = series;
    for (let next = this.longer.get(found); next; next = this.longer.get(found)) found = next;
    for (let at = series; at !== found;) {
      const next = this.longer.get(at) ?? found;
      this.longer.set(at, found);
      at = next;
    }
    return found;
  }
}

/** Whether a state is another one with nothing but further months after it. */
function isContinued({ input: a }: WatchedSeries, { input: b }: WatchedSeries): boolean {
  return (
    a.points.length <= b.points.length &&
    a.points.every((point, at) => point === b.points[at]) &&
    a.plan === b.plan &&
    a.goLive === b.goLive &&
    a.baseline?.from === b.baseline?.from &&
    a.baseline?.points === b.baseline?.points &&
    a.rebases.length === b.rebases.length
  );
}
