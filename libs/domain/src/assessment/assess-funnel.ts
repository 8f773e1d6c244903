import { funnel, type FunnelResult } from '#statistics';
import type { Decimal } from '../decimal/decimal.js';
import type { Metric } from '../metrics/metric.js';
import type { AssessmentOptions } from './assessment-types.js';

/** The councils of one period, each with its counts; `unit` is the council's id as text. */
export type FunnelInput = {
  readonly metric: Pick<Metric, 'code' | 'major' | 'unit'>;
  readonly period: string;
  /** A council with fewer cases is left out of everything. */
  readonly minimumCases: number;
  readonly units: readonly {
    readonly unit: string;
    readonly numerator: Decimal;
    readonly denominator: Decimal;
  }[];
};

export type FunnelAssessment = {
  readonly optionsVersion: number;
  /** Proportions, by the councils' ids; never a rank. Null for counts that are no parts of wholes. */
  readonly funnel: FunnelResult | null;
};

/** How far the councils of one period lie apart beyond chance and the usual differences: a funnel of proportions. */
export function assessFunnel(input: FunnelInput, options: AssessmentOptions): FunnelAssessment {
  const result = funnel({
    units: input.units.map(({ unit, numerator, denominator }) => ({
      unit,
      numerator: Number(numerator),
      denominator: Number(denominator),
    })),
    options: { minDenominator: input.minimumCases },
  });
  return { optionsVersion: options.version, funnel: 'error' in result ? null : result };
}
