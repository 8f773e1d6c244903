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

/**
 * Whether runs may be looked for on a chart of proportions: when a typical month (of the median denominator) is expected to have
 * `fewest` cases or more on its rarer side. With fewer the mean lies off the middle, so that most steady months are on one side
 * of it, and seven in a row there say nothing: of steady series of 8 cases with a true 97% every fifth would end in a "shift".
 */
export function mayHaveRuns(
  denominators: readonly number[],
  centre: number,
  fewest: number,
): boolean {
  const typical = medianOf(denominators) ?? 0;
  return Math.min(typical * centre, typical - typical * centre) >= fewest;
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
