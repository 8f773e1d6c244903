import type { Decimal } from '../decimal/decimal.js';
import type { Metric } from '../metrics/metric.js';
import type { AssessmentOptions } from './assessment-types.js';

/** The figures of a council's statistical neighbours, by period, oldest first. */
export type BandInput = {
  readonly metric: Pick<Metric, 'code' | 'major'>;
  readonly periods: readonly { readonly period: string; readonly values: readonly Decimal[] }[];
};

/** The middle half of the neighbours in one period, in the metric's unit; `n` of them have a figure. */
export type BandPeriod = {
  readonly period: string;
  readonly n: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
};

export type BandAssessment = {
  readonly optionsVersion: number;
  readonly periods: readonly BandPeriod[];
};

/**
 * What a council's statistical neighbours have in common in each period: the quartiles of their values, linear between order
 * statistics (type 7 of Hyndman and Fan 1996). No neighbour is named. A period without a value is left out.
 */
export function assessBand(input: BandInput, options: AssessmentOptions): BandAssessment {
  return {
    optionsVersion: options.version,
    periods: input.periods.flatMap(({ period, values }): BandPeriod | [] => {
      const sorted = values.map(Number).sort((a, b) => a - b);
      if (sorted.length === 0) return [];
      const at = (part: number): number => quantile(sorted, part);
      return { period, n: sorted.length, lower: at(0.25), median: at(0.5), upper: at(0.75) };
    }),
  };
}

function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}
