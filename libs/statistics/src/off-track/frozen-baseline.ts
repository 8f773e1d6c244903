/** Fewer baseline points than this, and no rule alerts. */
export const FEWEST_BASELINE_POINTS = 13;
/** Two years: with fewer, the limits are wider. */
export const FULL_BASELINE_POINTS = 24;

/** A baseline, once frozen: so many observed points from this position of the series on. */
export type FrozenBaseline = { readonly from: number; readonly points: number };

export type BaselineProposal = FrozenBaseline & {
  /** The second says that the reform may already be in the figures. */
  readonly reason: 'BEFORE_GO_LIVE' | 'FIRST_OBSERVED';
};

/**
 * The baseline to propose for a series, to be confirmed by a person and then kept: the last 24 observed points before
 * `goLive` (a position in the series; null without one), or as many as there are, if at least 13; otherwise its first 13
 * observed points, whenever they were. Null with fewer than 13 observed points.
 */
export function proposeBaseline(
  observed: readonly boolean[],
  goLive: number | null,
): BaselineProposal | null {
  const seen = observed.flatMap((is, position) => (is ? [position] : []));
  const before = seen.filter((position) => goLive !== null && position < goLive);
  const last = before.slice(-FULL_BASELINE_POINTS);
  if (last[0] !== undefined && last.length >= FEWEST_BASELINE_POINTS)
    return { from: last[0], points: last.length, reason: 'BEFORE_GO_LIVE' };
  const first = seen.slice(0, FEWEST_BASELINE_POINTS);
  return first[0] !== undefined && first.length === FEWEST_BASELINE_POINTS
    ? { from: first[0], points: first.length, reason: 'FIRST_OBSERVED' }
    : null;
}
