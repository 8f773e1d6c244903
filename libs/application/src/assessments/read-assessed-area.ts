import { scopeOf, type Reader } from '#domain/access';
import { assessSeries, type SeriesAssessment } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import { TOTAL } from '#domain/observations';
import { periodKey } from '#domain/periods';
import { addUpAreas } from '../figures/add-up-areas.js';
import { areasAbove } from '../figures/areas.js';
import { pointsOf } from '../figures/points-of.js';
import { appliesTo, readStored, type FigurePorts } from '../figures/read-series.js';
import type { AreaAbove, SeriesPoint } from '../figures/series-types.js';
import type { Programme } from '../ports/index.js';
import { areaInput, expectedIn } from './area-candidates.js';
import { byCode, improvementBeside } from './improvement-of.js';
import type { AssessedSeries } from './read-assessed-series.js';
import { OPTIONS } from './world.js';

/**
 * Every measure of a partnership or region that adds up, from its councils' figures as they stand: all of them in one statement,
 * assessed as the worker assesses areas. Each point has its coverage; a sum without a council that was to be in it is no point.
 */
export class ReadAssessedArea {
  constructor(private readonly ports: FigurePorts) {}

  /**
   * Null where the reader does not see every council: a total less one's own figure is the neighbour's; and for an area that is not
   * known. Measures in the order of the programme, those with figures.
   */
  async run(reader: Reader, code: string): Promise<readonly AssessedSeries[] | null> {
    const scope = scopeOf(reader);
    if (scope.anyStatus !== 'all' && scope.approved !== 'all') return null;
    const programme = await this.ports.programme.current();
    const area = areasAbove(programme.register).find((one) => one.code === code);
    if (!area) return null;
    const metrics = programme.metrics.filter(
      ({ type, adds }) => type === 'measure' && adds.areas !== 'none',
    );
    const { councilIds } = area;
    const whole = { breakdown: TOTAL, from: null, to: null, asKnownAt: null };
    const figures = await readStored(this.ports, {
      ...{ scope, programme, metrics, councilIds },
      ...whole,
    });
    const now = this.ports.clock.now();
    const assessed = metrics.flatMap((metric) => {
      const councils = councilIds.map((id) =>
        pointsOf(metric, figures.get(id) ?? [], TOTAL, appliesTo(programme, metric, id)),
      );
      return assessedArea({ programme, now }, metric, { area, councils }) ?? [];
    });
    const said = new Map<string, SeriesAssessment>(
      assessed.map(({ series, assessment }) => [series.metric.code, assessment]),
    );
    return assessed.map((one) => ({
      ...one,
      ...improvementBeside(
        { metric: one.series.metric, assessment: one.assessment },
        byCode(metrics),
        (other) => said.get(other),
      ),
    }));
  }
}

type Of = { readonly area: AreaAbove; readonly councils: readonly (readonly SeriesPoint[])[] };

/** One measure of an area, from the points of each of its councils; null where none has a figure of it. */
export function assessedArea(
  at: { readonly programme: Programme; readonly now: Date },
  metric: Metric,
  { area, councils }: Of,
): Omit<AssessedSeries, 'improvement' | 'changes'> | null {
  const expected = expectedIn(at.programme, metric, area);
  const added = addUpAreas(metric, councils, 0).map((point) => ({
    ...point,
    coverage: { reported: point.coverage?.reported ?? 0, expected: expected(point.period) },
  }));
  const input = areaInput(at, metric, { area, added });
  if (!input) return null;
  const missing = new Set(
    input.points.filter(({ state }) => state === 'missing').map(({ period }) => periodKey(period)),
  );
  const points = added.filter(({ period }) => !missing.has(periodKey(period)));
  return {
    series: { metric, area, breakdown: TOTAL, points },
    points: input.points,
    assessment: assessSeries(input, OPTIONS),
    ...{ isWithheld: false, plan: null },
  };
}
