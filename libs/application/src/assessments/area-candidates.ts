import { assessBand, assessFunnel, assessSeries, type AssessedInput } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import { periodKey, type Period } from '#domain/periods';
import { isMember, isParticipating } from '#domain/register';
import { addUpAreas } from '../figures/add-up-areas.js';
import { areasAbove } from '../figures/areas.js';
import { judgedPoint, metricPart, withEveryPeriod } from '../figures/series-input.js';
import type { AreaAbove, SeriesPoint } from '../figures/series-types.js';
import type { AssessmentKey } from '../ports/index.js';
import type { Candidate } from './candidate.js';
import { funnelInput, hasCounts, isFunnelled } from './funnel-input.js';
import { hasMatured, ofPresentDefinition, standingOf } from './council-candidate.js';
import { OPTIONS, type PointsByCouncil, type World } from './world.js';

const hasBands = ({ type, unit }: Metric): boolean => type === 'published' && unit !== 'category';

/** What contains a council's series of a metric: areas, the funnels, and the bands of those whose neighbour it is. */
export function containing(
  { programme, members, neighbours }: World,
  metric: Metric,
  councilId: number,
): readonly AssessmentKey[] {
  const of = (kind: AssessmentKey['kind'], subject: string): AssessmentKey => ({
    ...{ metric: metric.code, kind, subject },
  });
  const areas =
    metric.adds.areas === 'none'
      ? []
      : areasAbove(programme.register).filter((area) => area.councilIds.includes(councilId));
  const bands = hasBands(metric)
    ? neighbours.filter((one) => one.neighbourId === councilId && members.has(one.councilId))
    : [];
  return [
    ...areas.map(({ kind, code }) => of(kind, code)),
    ...(isFunnelled(metric) && members.has(councilId) ? [of('funnel', '')] : []),
    ...bands.map((one) => of('band', String(one.councilId))),
  ];
}

/** Every area, funnel and band of a metric that has figures, from its councils' points. */
export function areaCandidates(
  world: World,
  metric: Metric,
  points: PointsByCouncil,
): readonly Candidate[] {
  const areas = metric.adds.areas === 'none' ? [] : areasAbove(world.programme.register);
  return [
    ...areas.flatMap((area) => areaCandidate(world, metric, { area, points }) ?? []),
    ...(isFunnelled(metric) ? funnelCandidates(world, metric, points) : []),
    ...(hasBands(metric) ? bandCandidates(world, metric, points) : []),
  ];
}

function areaCandidate(
  world: World,
  metric: Metric,
  { area, points }: { area: AreaAbove; points: PointsByCouncil },
): Candidate | null {
  const councils = area.councilIds.map((id) => points.get(id) ?? []);
  const added = ofPresentDefinition(metric, addUpAreas(metric, councils, area.councilIds.length));
  const input = areaInput(world, metric, { area, added });
  return (
    input && {
      ...{ metric: metric.code, kind: area.kind, subject: area.code, councilId: null },
      ...standingOf(metric, added),
      input,
      assess: () => assessSeries(input, OPTIONS),
    }
  );
}

/** What an assessment of an area is made from: its councils' points added up. Null where there are none. */
export function areaInput(
  { programme, now }: Pick<World, 'programme' | 'now'>,
  metric: Metric,
  of: { area: AreaAbove; added: readonly SeriesPoint[] },
): AssessedInput | null {
  const { area } = of;
  const added = ofPresentDefinition(metric, of.added);
  const last = added.at(-1);
  if (!last) return null;
  const whole = added.map((point) =>
    metric.adds.areas !== 'sum' || isWhole(point, expectedIn(programme, metric, area))
      ? point
      : { ...point, value: null, state: 'missing' as const },
  );
  return {
    metric: metricPart(metric),
    points: withEveryPeriod(whole.map(judgedPoint), []),
    ...{ plan: null, goLive: null, rebases: [], baseline: null },
    newest: {
      matured: metric.type === 'published' || hasMatured(programme, last.period, now),
      tooLate: false,
    },
  };
}

/** A sum over fewer councils than were expected is no figure of the area: it would look like a fall. */
const isWhole = (point: SeriesPoint, expected: (period: Period) => number): boolean =>
  (point.coverage?.reported ?? 0) >= expected(point.period);

/** How many councils of an area were to have a figure of a period. */
export const expectedIn =
  ({ register }: World['programme'], metric: Metric, { councilIds }: AreaAbove) =>
  (period: Period): number =>
    metric.type === 'published'
      ? councilIds.length
      : councilIds.filter(
          (id) =>
            isMember(register, id, period) &&
            (metric.askedOf === 'all' || isParticipating(register, id, metric.askedOf, period)),
        ).length;

/** One funnel for each period in which two of the programme's councils or more have counts. */
function funnelCandidates(
  { members }: World,
  metric: Metric,
  points: PointsByCouncil,
): readonly Candidate[] {
  const byPeriod = new Map<string, { unit: string; point: SeriesPoint }[]>();
  for (const [councilId, own] of points) {
    if (!members.has(councilId)) continue;
    for (const point of own) {
      if (!hasCounts(point)) continue;
      const key = periodKey(point.period);
      const known = byPeriod.get(key) ?? [];
      known.push({ unit: String(councilId), point });
      byPeriod.set(key, known);
    }
  }
  const { code } = metric;
  return [...byPeriod].flatMap(([period, found]): Candidate | [] => {
    if (found.length < 2) return [];
    const input = funnelInput(metric, period, found);
    const standing = standingOf(
      metric,
      found.map(({ point }) => point),
    );
    return {
      ...{ metric: code, kind: 'funnel', subject: period, councilId: null },
      ...standing,
      // Whether a figure is approved says nothing of the funnel, but of who may read it.
      input: { ...input, provisional: standing.provisional },
      assess: () => assessFunnel(input, OPTIONS),
    };
  });
}

/** A band for each of the programme's councils that has statistical neighbours with figures. */
function bandCandidates(
  { members, neighbours }: World,
  metric: Metric,
  points: PointsByCouncil,
): readonly Candidate[] {
  const { code, major } = metric;
  return [...members].flatMap((councilId): Candidate | [] => {
    const found = neighbours
      .filter((one) => one.councilId === councilId)
      .flatMap((one) => points.get(one.neighbourId) ?? [])
      .filter(({ state, value }) => state === 'value' && value !== null)
      .sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
    if (found.length === 0) return [];
    const periods = new Map<string, string[]>();
    for (const { period, value } of found)
      periods.set(periodKey(period), [...(periods.get(periodKey(period)) ?? []), value ?? '']);
    const input = {
      metric: { code, major },
      periods: [...periods].map(([period, values]) => ({ period, values: values.sort() })),
    };
    return {
      ...{ metric: code, kind: 'band', subject: String(councilId), councilId },
      ...standingOf(metric, found),
      input,
      assess: () => assessBand(input, OPTIONS),
    };
  });
}
