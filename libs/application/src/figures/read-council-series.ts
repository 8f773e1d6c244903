import type { Scope } from '#domain/access';
import type { Metric } from '#domain/metrics';
import { TOTAL } from '#domain/observations';
import type { Programme } from '../ports/index.js';
import { councilArea } from './areas.js';
import { figuresByMetric, pointsOf } from './points-of.js';
import { appliesTo, readStored, type FigurePorts } from './read-series.js';
import type { SeriesView } from './series-types.js';

/** Series of some metrics of some councils, whole, in one statement; those that have figures. */
export async function readCouncilSeries(
  ports: FigurePorts,
  ask: {
    readonly scope: Scope;
    readonly programme: Programme;
    readonly metrics: readonly Metric[];
    readonly councilIds: readonly number[];
    readonly asKnownAt: Date | null;
  },
): Promise<readonly SeriesView[]> {
  const { programme, metrics, councilIds } = ask;
  const whole = { breakdown: TOTAL, from: null, to: null };
  const byCouncil = await readStored(ports, { ...ask, ...whole });
  return programme.register.councils
    .filter(({ id }) => councilIds.includes(id))
    .flatMap((council) => {
      const ownOf = figuresByMetric(byCouncil.get(council.id) ?? []);
      return metrics.map((metric) => ({
        ...{ metric, area: councilArea(council), breakdown: TOTAL },
        points: pointsOf(metric, ownOf(metric), TOTAL, appliesTo(programme, metric, council.id)),
      }));
    })
    .filter(({ points }) => points.length > 0);
}
