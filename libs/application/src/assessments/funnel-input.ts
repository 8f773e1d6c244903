import type { FunnelInput } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import type { SeriesPoint } from '../figures/series-types.js';

/** A council with fewer cases is not drawn in a funnel: a handful of cases is nobody's business, and no comparison. */
export const FEWEST_CASES = 10;

/** Funnels are of shares: parts of wholes. */
export const isFunnelled = ({ unit }: Pick<Metric, 'unit'>): boolean => unit === 'percent';

/** Whether a figure says how many of how many. */
export const hasCounts = ({
  state,
  numerator,
  denominator,
}: Pick<SeriesPoint, 'state' | 'numerator' | 'denominator'>): boolean =>
  state === 'value' && numerator !== null && denominator !== null;

/** What the funnel of one period (by its key) is made from: figures that have counts, each with its council's id as text. */
export const funnelInput = (
  { code, major, unit }: Metric,
  period: string,
  found: readonly {
    readonly unit: string;
    readonly point: Pick<SeriesPoint, 'numerator' | 'denominator'>;
  }[],
): FunnelInput => ({
  metric: { code, major, unit },
  period,
  minimumCases: FEWEST_CASES,
  units: found.map(({ unit: name, point }) => ({
    unit: name,
    numerator: point.numerator ?? '0',
    denominator: point.denominator ?? '0',
  })),
});
