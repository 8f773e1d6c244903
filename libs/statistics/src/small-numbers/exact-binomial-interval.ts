import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

export type BinomialCount = {
  /** Cases that have the property: a whole number from 0 to `denominator`. */
  readonly numerator: number;
  /** All cases: a whole number of at least 1. */
  readonly denominator: number;
  /** Share of such intervals that hold the truth, e.g. 0.95. */
  readonly confidence: number;
};

export type ExactInterval =
  | { readonly lower: number; readonly upper: number }
  | { readonly error: 'NOT_A_COUNT' | 'NOT_A_CONFIDENCE' };

/**
 * The exact interval of a proportion (both ends from 0 to 1): it holds the true share at least as often as `confidence`
 * says, however few the cases. Source: Clopper and Pearson (1934), by quantiles of the beta distribution. 0 of n has the
 * lower end 0, n of n the upper end 1.
 */
export function exactBinomialInterval({
  numerator,
  denominator,
  confidence,
}: BinomialCount): ExactInterval {
  const counts = Number.isInteger(numerator) && Number.isInteger(denominator);
  if (!counts || numerator < 0 || denominator < 1 || numerator > denominator)
    return { error: 'NOT_A_COUNT' };
  if (!(confidence > 0 && confidence < 1)) return { error: 'NOT_A_CONFIDENCE' };
  const tail = (1 - confidence) / 2;
  const rest = denominator - numerator;
  return {
    lower: numerator === 0 ? 0 : betaQuantile(tail, numerator, rest + 1),
    upper: rest === 0 ? 1 : betaQuantile(1 - tail, numerator + 1, rest),
  };
}
