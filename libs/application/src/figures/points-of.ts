import { workOutMeasure, type BoxFigure, type Metric } from '#domain/metrics';
import type { Revision, Standing } from '#domain/observations';
import { periodKey, type Period } from '#domain/periods';
import { storedCodes } from './stored-codes.js';
import type { SeriesPoint } from './series-types.js';

const NOT_APPLICABLE = { numerator: null, denominator: null, value: null, state: 'z' } as const;
const WEAKEST: readonly Standing[] = ['provisional', 'approved', 'published'];

/**
 * One council's points of a metric from its stored figures (any order): as they stand, or worked out from boxes. In a
 * period to which a measure does not apply (`applies`: a reform that the council does not test) it is not applicable.
 */
export function pointsOf(
  metric: Metric,
  revisions: readonly Revision[],
  breakdown: string,
  applies: (period: Period) => boolean = () => true,
): readonly SeriesPoint[] {
  if (metric.type !== 'measure') {
    return revisions
      .filter((r) => r.metric === metric.code && r.breakdown === breakdown)
      .map(pointOf);
  }
  const byPlace = new Map(revisions.map((r) => [`${r.metric} ${periodKey(r.period)}`, r]));
  const numerators = new Set(storedCodes(metric).filter((code) => !isOnlyPrefilled(metric, code)));
  const periods = new Map<string, Period>();
  for (const r of revisions)
    if (numerators.has(r.metric)) periods.set(periodKey(r.period), r.period);
  return [...periods.values()]
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map((period) => measurePoint(metric, period, byPlace, breakdown))
    .map((point) => (point && !applies(point.period) ? { ...point, ...NOT_APPLICABLE } : point))
    .filter((point) => point !== null);
}

/** The stored figures of one metric among those of many, found by their codes: for whoever asks metric by metric. */
export function figuresByMetric(
  revisions: readonly Revision[],
): (metric: Metric) => readonly Revision[] {
  const byCode = new Map<string, Revision[]>();
  for (const revision of revisions) {
    const list = byCode.get(revision.metric);
    if (list) list.push(revision);
    else byCode.set(revision.metric, [revision]);
  }
  return (metric) => storedCodes(metric).flatMap((code) => byCode.get(code) ?? []);
}

const isOnlyPrefilled = (metric: Metric, code: string): boolean =>
  (metric.denominator.kind === 'prefilled' && metric.denominator.name === code) ||
  (metric.denominator.kind === 'lagged' && metric.denominator.box === code);

const pointOf = (r: Revision): SeriesPoint => ({
  period: r.period,
  numerator: r.numerator,
  denominator: r.denominator,
  value: r.value,
  state: r.state,
  standing: r.standing,
  knownAt: r.knownAt,
  knownSeq: r.knownSeq,
  submissionId: r.submissionId,
  demonstration: r.demonstration,
  comment: r.comment,
  coverage: null,
});

function measurePoint(
  metric: Metric,
  period: Period,
  byPlace: ReadonlyMap<string, Revision>,
  breakdown: string,
): SeriesPoint | null {
  const used: Revision[] = [];
  const look = (code: string, key: string): BoxFigure | undefined => {
    const found = byPlace.get(`${code} ${key}`);
    if (found) used.push(found);
    return found;
  };
  const worked = workOutMeasure(metric, period, {
    box: (code, when) => look(code, periodKey(when)),
    prefilled: (name) => latestBefore(name, period, byPlace, used),
    breakdown,
  });
  const newest = used.reduce<Revision | null>(
    (a, b) => (a && a.knownSeq >= b.knownSeq ? a : b),
    null,
  );
  if (!newest) return null;
  return {
    ...worked,
    period,
    standing:
      WEAKEST.find((standing) => used.some((r) => r.standing === standing)) ?? 'provisional',
    knownAt: used.reduce((at, r) => (r.knownAt > at ? r.knownAt : at), newest.knownAt),
    knownSeq: newest.knownSeq,
    submissionId: newest.submissionId,
    demonstration: used.some((r) => r.demonstration),
    comment: used.map((r) => r.comment).find((comment) => comment !== null) ?? null,
    coverage: null,
  };
}

/** A prefilled number stands in a longer period: the latest one that began by this month. */
function latestBefore(
  name: string,
  period: Period,
  byPlace: ReadonlyMap<string, Revision>,
  used: Revision[],
): BoxFigure | undefined {
  const found = [...byPlace.values()]
    .filter((r) => r.metric === name && r.period.start <= period.start)
    .sort((a, b) => (a.period.start < b.period.start ? 1 : -1))[0];
  if (found) used.push(found);
  return found;
}
