import { load } from 'cheerio';
import type { SeriesView } from '#application/figures';
import type { AgreedPlan } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import { aMetric, aPoint, aProgramme, assessedSeries, councilNamed, monthAt } from '#testing/web';
import { seriesFigure } from './series-figure.js';
import { showSeries } from './show-series.js';

const rutland = councilNamed('Rutland');
/** Sixteen months of a share that varies as usual. */
export const USUAL = [50, 52, 49, 51, 50, 48, 52, 51, 49, 50, 53, 48, 50, 51, 49, 52];

type Given = {
  readonly metric?: Partial<Metric>;
  readonly plan?: number;
  /** The day from which the plan's last milestone, of the same value, stands. */
  readonly planEnds?: string;
  readonly counts?: readonly (readonly [number, number])[];
};

/** A monthly series from January 2023 on; null: nobody sent that month. */
export function shown(
  values: readonly (number | null)[],
  { metric, plan, planEnds, counts }: Given = {},
) {
  const series: SeriesView = {
    metric: aMetric({
      code: 'm',
      type: 'measure',
      title: 'Plans in time',
      unit: 'percent',
      decimals: 1,
      direction: 'up',
      ...metric,
    }),
    area: { kind: 'council', councilId: rutland.id, code: 'E1', name: 'Rutland' },
    breakdown: 'Total',
    points: values.flatMap((value, index) => {
      const [numerator, denominator] = counts?.[index] ?? [null, null];
      return value === null
        ? []
        : aPoint({
            period: monthAt(index),
            value: String(value),
            numerator: numerator === null ? null : String(numerator),
            denominator: denominator === null ? null : String(denominator),
          });
    }),
  };
  const agreed: AgreedPlan = {
    councilId: rutland.id,
    metric: 'm',
    version: 1,
    status: 'agreed',
    interpolation: 'step',
    tolerance: 5,
    points: ['2023-01-01', ...(planEnds === undefined ? [] : [planEnds])].map((from) => ({
      from,
      value: plan ?? 0,
    })),
    agreedOn: '2022-12-01',
    note: '',
  };
  const at = new Date(`${monthAt(values.length).start}T09:00:00Z`);
  const plans = plan === undefined ? [] : [agreed];
  const [assessed] = assessedSeries([series], { plans, at });
  if (!assessed) throw new Error('no series');
  return showSeries(assessed, { programme: aProgramme(), from: null });
}

export const options = {
  id: 'm',
  heading: 'Plans in time',
  size: 'wide',
  range: null,
  chartOf: () => '/a-chart',
} as const;
export const figureOf = (...of: Parameters<typeof shown>) =>
  seriesFigure(shown(...of), { ...options, asKnownOn: null });
export const drawnOf = (svg: string | null) => load(svg ?? '', { xml: true });
