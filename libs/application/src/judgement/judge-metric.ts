import {
  foldEpisodes,
  judgePlanBand,
  judgePublishedFloor,
  type AgreedPlan,
  type AlertRule,
  type JudgedPoint,
  type Verdict,
} from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import { TOTAL } from '#domain/observations';
import { periodKey } from '#domain/periods';
import { pointsOf } from '../figures/points-of.js';
import { appliesTo } from '../figures/read-series.js';
import type { SeriesPoint } from '../figures/series-types.js';
import type { KnownRevision } from '../ports/index.js';
import { expectedPeriods, type ExpectedPeriod } from './expected-periods.js';
import type { Bench } from './bench.js';
import { recordChanges } from './record-changes.js';
import { countsAt, countsFrom } from './standing-at.js';

type Judged = {
  readonly rule: AlertRule;
  readonly metric: Metric;
  readonly plans: readonly AgreedPlan[];
  readonly revisions: readonly KnownRevision[];
};

/** One rule on one metric of one council, at each moment since it was last judged. */
export async function judgeMetric(bench: Bench, of: Judged): Promise<void> {
  const series = {
    programmeId: bench.programme.register.programmeId,
    councilId: bench.councilId,
    ruleCode: of.rule.code,
    seriesKey: of.metric.code,
  };
  const expected = expectedPeriods(bench.programme, of.metric, {
    ...bench,
    extensions: bench.memory.extensions(bench.councilId),
  });
  const before = bench.memory.judgedUpTo(series);
  for (const at of momentsWithin(of, expected, { before, now: bench.now }, bench)) {
    const points = judgedPoints(of, expected, at, bench);
    const episodes = foldEpisodes(verdictsOf(of, points), persistenceOf(of));
    await recordChanges(bench, { rule: of.rule, metric: of.metric.code, series, episodes, at });
  }
  bench.memory.setJudgedUpTo(series, bench.now);
}

/**
 * The moments at which what is judged can have changed: a figure became known, approved or withdrawn, a provisional one matured, a
 * period fell due. And now, for what was loaded late.
 */
function momentsWithin(
  of: Judged,
  expected: readonly ExpectedPeriod[],
  { before, now }: { before: Date | null; now: Date },
  bench: Bench,
): readonly Date[] {
  const candidates = [
    ...of.revisions.flatMap((r) => [
      r.knownAt,
      r.approvedAt,
      r.withdrawnAt,
      countsFrom(r, bench.programme),
    ]),
    ...expected.map((one) => one.expectedBy),
    now,
  ];
  const times = candidates
    .filter((at) => at !== null)
    .map((at) => at.getTime())
    .filter(
      (time) =>
        time <= now.getTime() &&
        (before === null || time > before.getTime() || time === now.getTime()),
    );
  return [...new Set(times)].sort((a, b) => a - b).map((time) => new Date(time));
}

/** The points that a rule judges at a moment: figures that count by then, and expected periods without one. */
function judgedPoints(
  of: Judged,
  expected: readonly ExpectedPeriod[],
  at: Date,
  bench: Bench,
): readonly JudgedPoint[] {
  const counting = of.revisions.filter((revision) => countsAt(revision, bench.programme, at));
  const latest = new Map(
    counting.map((r) => [`${r.metric} ${r.breakdown} ${periodKey(r.period)}`, r]),
  );
  const points = new Map<string, JudgedPoint>(
    pointsOf(
      of.metric,
      [...latest.values()],
      TOTAL,
      appliesTo(bench.programme, of.metric, bench.councilId),
    ).map((point) => [periodKey(point.period), judgedPoint(point)]),
  );
  for (const { period, expectedBy } of expected) {
    if (expectedBy <= at && !points.has(periodKey(period)))
      points.set(periodKey(period), missing(period));
  }
  return [...points.values()].sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
}

/** A figure of a series, as rules and assessments look at it. */
export const judgedPoint = ({
  period,
  numerator,
  denominator,
  value,
  state,
  standing,
}: SeriesPoint): JudgedPoint => ({
  period,
  numerator,
  denominator,
  value,
  state,
  standing,
});

/** A period that was expected and has no figure. */
export const missing = (period: JudgedPoint['period']): JudgedPoint => ({
  period,
  numerator: null,
  denominator: null,
  value: null,
  state: 'missing',
  standing: null,
});

function verdictsOf(
  { rule, metric, plans }: Judged,
  points: readonly JudgedPoint[],
): readonly Verdict[] {
  switch (rule.condition.kind) {
    case 'published-floor':
      return judgePublishedFloor(points, rule.condition);
    case 'plan-band': {
      const plan =
        plans
          .filter((candidate) => candidate.metric === metric.code && candidate.status === 'agreed')
          .at(-1) ?? null;
      return judgePlanBand(points, {
        plan,
        direction: metric.direction,
        unit: metric.unit,
        rule: rule.condition,
      });
    }
    case 'return-missing':
      return [];
  }
}

/** A yearly figure fires at once: two years would be too late. */
const persistenceOf = ({ rule, metric }: Judged) => ({
  forPeriods: metric.type === 'published' ? 1 : rule.forPeriods,
  keepFiringFor: rule.keepFiringFor,
});
