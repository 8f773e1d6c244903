import type { Metric } from '#domain/metrics';
import { storedCodes } from '../figures/stored-codes.js';
import type { AssessmentKey, SeriesToAssess, Stores } from '../ports/index.js';
import { containing } from './area-candidates.js';
import { nameOf, settle } from './candidate.js';
import { councilCandidate } from './council-candidate.js';
import { metricsByCode, pointsByCouncil, readWorld, type World } from './world.js';

/** Pairs of a council and a metric that are read at once. */
const AT_ONCE = 500;

/**
 * Assesses each series of any council that a batch touches, and marks the areas, funnels and bands that contain a series
 * whose assessment changed. A fixed number of statements for each 500 series; reads those series and nothing else.
 */
export async function assessTouched(
  stores: Stores,
  given: Pick<World, 'programme' | 'digests' | 'now'>,
  touched: readonly SeriesToAssess[],
): Promise<void> {
  const pairs = pairsOf(given.programme, touched);
  if (pairs.length === 0) return;
  const councilIds = [...new Set(pairs.map(({ councilId }) => councilId))];
  const world = await readWorld(stores, given, councilIds);
  const due = new Map<string, AssessmentKey>();
  for (let from = 0; from < pairs.length; from += AT_ONCE) {
    const some = pairs.slice(from, from + AT_ONCE);
    for (const key of await assessPairs(stores, world, some)) due.set(nameOf(key), key);
  }
  await stores.assessments.addDue(given.programme.register.programmeId, [...due.values()]);
}

type Pair = { readonly councilId: number; readonly metric: Metric };

function pairsOf(
  programme: World['programme'],
  touched: readonly SeriesToAssess[],
): readonly Pair[] {
  const byCode = metricsByCode(programme);
  const pairs = new Map<string, Pair>();
  for (const { councilId, metric: code } of touched)
    for (const metric of code === null ? [] : (byCode.get(code) ?? []))
      pairs.set(`${councilId} ${metric.code}`, { councilId, metric });
  return [...pairs.values()];
}

/** Answers what contains the series that changed. */
async function assessPairs(
  stores: Stores,
  world: World,
  pairs: readonly Pair[],
): Promise<readonly AssessmentKey[]> {
  const { programme } = world;
  const codes = new Map(
    pairs.flatMap(({ councilId, metric }) =>
      storedCodes(metric).map((code) => [`${councilId} ${code}`, { councilId, code }] as const),
    ),
  );
  const figures = await stores.assessments.figuresOf(programme.register.programmeId, [
    ...codes.values(),
  ]);
  const metrics = new Map(pairs.map(({ metric }) => [metric.code, metric]));
  const points = new Map(
    [...metrics.values()].map((metric) => {
      const own = new Set(storedCodes(metric));
      const stored = figures.filter((figure) => own.has(figure.metric));
      return [metric.code, pointsByCouncil(programme, metric, stored)] as const;
    }),
  );
  const changed = await settle(stores, world, {
    asked: pairs.map(({ councilId, metric }) => ({
      ...{ metric: metric.code, kind: 'council', subject: String(councilId) },
    })),
    candidates: pairs.flatMap(
      ({ councilId, metric }) =>
        councilCandidate(world, metric, {
          councilId,
          points: points.get(metric.code)?.get(councilId) ?? [],
        }) ?? [],
    ),
  });
  return changed.flatMap(({ metric, subject }) => {
    const found = metrics.get(metric);
    return found ? containing(world, found, Number(subject)) : [];
  });
}
