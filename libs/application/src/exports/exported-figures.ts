import { covers, type Scope } from '#domain/access';
import type { EesPlace, PlacedFigure } from '#domain/ees';
import type { Metric } from '#domain/metrics';
import { TOTAL, type Standing } from '#domain/observations';
import { londonDay, periodKey, type Day } from '#domain/periods';
import { pointsOf } from '../figures/points-of.js';
import { appliesTo, areasAbove, readStored, type FigurePorts } from '../figures/index.js';
import type { AreaFigure, BenchmarkReadModel, Programme } from '../ports/index.js';

/** A figure with what a reader has to know of it. */
export type ExportedFigure = PlacedFigure & {
  readonly standing: Standing;
  readonly knownOn: Day;
  readonly demonstration: boolean;
  readonly comment: string | null;
};

export type ExportPorts = FigurePorts & { readonly benchmarks: BenchmarkReadModel };

export type ExportedMetric = {
  readonly scope: Scope;
  readonly programme: Programme;
  readonly metric: Metric;
  /** One council; null for every one that the reader sees. */
  readonly councilId: number | null;
  /** Days, half-open, on the start of a period; null is open. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly asKnownAt: Date | null;
};

/** Councils that should have a figure of the metric, of those that the reader sees. */
export function expectedCouncils(of: ExportedMetric): readonly number[] {
  const { scope, metric, councilId } = of;
  const { register } = of.programme;
  const sees = (id: number): boolean => covers(scope.anyStatus, id) || covers(scope.approved, id);
  const ids =
    metric.type === 'published'
      ? register.councils.filter(() => scope.published).map(({ id }) => id)
      : [...new Set(register.memberships.map((one) => one.councilId))].filter(sees);
  return councilId === null ? ids : ids.filter((id) => id === councilId);
}

/**
 * Every figure of a metric that the reader sees, in every breakdown, by council; of published metrics those of England and
 * the regions as they were published. One statement for councils, one for areas.
 */
export async function exportedFigures(
  ports: ExportPorts,
  of: ExportedMetric,
): Promise<readonly ExportedFigure[]> {
  const stored = await readStored(ports, {
    ...of,
    metrics: [of.metric],
    councilIds: of.councilId === null ? 'all' : [of.councilId],
    breakdown: TOTAL,
  });
  const breakdowns = [TOTAL, ...(of.metric.breakdown?.parts ?? []).map(({ code }) => code)];
  const ofCouncils = [...stored].flatMap(([councilId, revisions]) => {
    const applies = appliesTo(of.programme, of.metric, councilId);
    const symbols = new Map(revisions.map((one) => [periodKey(one.period), one.symbol]));
    const place: EesPlace = { level: 'Local authority', councilId };
    return breakdowns.flatMap((breakdown) =>
      pointsOf(of.metric, revisions, breakdown, applies).map((point) => ({
        ...point,
        ...{ place, breakdown, knownOn: londonDay(point.knownAt) },
        symbol:
          of.metric.type === 'measure' ? null : (symbols.get(periodKey(point.period)) ?? null),
      })),
    );
  });
  const found = [...(await areaFigures(ports, of)), ...ofCouncils];
  return found.filter(
    ({ period: { start } }) =>
      (of.from === null || start >= of.from) && (of.to === null || start < of.to),
  );
}

/** England and the regions, of metrics that are published for them. */
async function areaFigures(
  { benchmarks, clock }: ExportPorts,
  { scope, programme, metric, councilId, asKnownAt }: ExportedMetric,
): Promise<readonly ExportedFigure[]> {
  if (metric.type !== 'published' || councilId !== null || !scope.published) return [];
  const areas = areasAbove(programme.register).filter(({ kind }) => kind !== 'partnership');
  const now = clock.now();
  const figures = await benchmarks.areaFigures(scope, {
    programmeId: programme.register.programmeId,
    metrics: [metric.code],
    areaCodes: areas.map(({ code }) => code),
    asKnownAt: asKnownAt !== null && asKnownAt < now ? asKnownAt : now,
  });
  const placeOf = ({ areaCode }: AreaFigure): EesPlace =>
    areas.some(({ code, kind }) => code === areaCode && kind === 'country')
      ? { level: 'National' }
      : { level: 'Regional', code: areaCode };
  return figures.map((figure) => ({
    ...figure,
    ...{ place: placeOf(figure), breakdown: TOTAL, standing: 'published' },
    ...{ knownOn: figure.publishedOn, demonstration: false, comment: null },
  }));
}
