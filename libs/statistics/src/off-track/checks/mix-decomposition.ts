/** One category's cases in one of the two periods: whole numbers, 0 ≤ numerator ≤ denominator. */
export type CategoryCount = {
  readonly category: string;
  readonly numerator: number;
  readonly denominator: number;
};

export type MixDecomposition = {
  /** The later share less the earlier one; `within` and `mix` add up to it. */
  readonly change: number;
  /** What the categories' own shares account for. */
  readonly within: number;
  /** What is due to other cases than before. */
  readonly mix: number;
  /** Whether the mix accounts for more than half of the change. */
  readonly flagged: boolean;
};

export type MixRefusal = { readonly error: 'NOT_COUNTS' | 'REPEATED_CATEGORY' | 'NO_CASES' };

/** A half, and what floating-point sums may add to one. */
const HALF = 0.5 + 1e-9;

/**
 * Splits the change of a share into what happened within categories and what their mix did, with the mid-points as weights,
 * so that the parts add up exactly. A category with cases in one period only keeps its share in the other: it is all mix.
 * Refuses NOT_COUNTS, REPEATED_CATEGORY, and NO_CASES in one of the periods. Source: Kitagawa (1955).
 */
export function mixDecomposition(
  before: readonly CategoryCount[],
  after: readonly CategoryCount[],
): MixDecomposition | MixRefusal {
  const all = [...before, ...after];
  if (!all.every(isCount)) return { error: 'NOT_COUNTS' };
  if (isRepeated(before) || isRepeated(after)) return { error: 'REPEATED_CATEGORY' };
  const [total0, total1] = [casesOf(before), casesOf(after)];
  if (total0 === 0 || total1 === 0) return { error: 'NO_CASES' };
  let [within, mix] = [0, 0];
  for (const category of new Set(all.map((count) => count.category))) {
    const [first, second] = [find(before, category), find(after, category)];
    const [w0, w1] = [first.denominator / total0, second.denominator / total1];
    const p0 = shareOf(first) ?? shareOf(second) ?? 0;
    const p1 = shareOf(second) ?? p0;
    within += ((w0 + w1) / 2) * (p1 - p0);
    mix += ((p0 + p1) / 2) * (w1 - w0);
  }
  const change = within + mix;
  return { change, within, mix, flagged: change !== 0 && mix / change > HALF };
}

const isCount = ({ numerator, denominator }: CategoryCount): boolean =>
  Number.isSafeInteger(numerator) &&
  Number.isSafeInteger(denominator) &&
  numerator >= 0 &&
  numerator <= denominator;

const isRepeated = (counts: readonly CategoryCount[]): boolean =>
  new Set(counts.map(({ category }) => category)).size < counts.length;

const casesOf = (counts: readonly CategoryCount[]): number =>
  counts.reduce((sum, { denominator }) => sum + denominator, 0);

const find = (counts: readonly CategoryCount[], category: string): CategoryCount =>
  counts.find((count) => count.category === category) ?? {
    category,
    numerator: 0,
    denominator: 0,
  };

const shareOf = ({ numerator, denominator }: CategoryCount): number | null =>
  denominator === 0 ? null : numerator / denominator;
