/** Half of the months with fewer cases than this, and a percentage jumps with single cases. */
const SMALLEST_MEDIAN = 20;
/** Above this the binomial limits of a p chart are too narrow for what councils do. */
const LARGE_DENOMINATOR = 500;
const OVERDISPERSED = 1.2;

/**
 * Which chart a percentage has: `xmr` when the median of its denominators is 20 or more, otherwise one that knows the
 * denominators (`rateChart`). No denominator: `xmr` has no objection.
 */
export function chartForPercentage(denominators: readonly number[]): 'xmr' | 'rate' {
  const median = medianOf(denominators);
  return median === null || median >= SMALLEST_MEDIAN ? 'xmr' : 'rate';
}

/**
 * Whether a rate chart uses Laney's limits: when denominators are typically over 500, or the variation between periods is
 * over 1.2 times what chance gives (`sigmaZ` of the Laney chart; null: not known). Source: Laney 2002; Provost and Murray 2011.
 */
export function needsLaneyLimits(denominators: readonly number[], sigmaZ: number | null): boolean {
  const median = medianOf(denominators);
  return (median ?? 0) > LARGE_DENOMINATOR || (sigmaZ ?? 1) > OVERDISPERSED;
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
