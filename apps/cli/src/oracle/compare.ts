/** Where a result is not what was recorded. */
export type Difference = {
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
};

/** How the results of one case are compared. */
export type Comparison = {
  /** How far the number in the field of this name may lie from the expected one. */
  readonly tolerance: (field: string, expected: number) => number;
  /** Lists of identifiers, and lists of things that have one, are sets. */
  readonly listsAreSets: boolean;
};

type Fields = Readonly<Record<string, unknown>>;

/** What a case says about itself, or about how its reference was made: nothing that a result could equal. */
const NOT_COMPARED = new Set([
  ...['ptdMessage', 'decisionMargin', 'exactTies', 'crossChecked', 'closedFormChecks', 'truth'],
  ...['trueNumerator', 'pretest', 'smallestGap', 'jackknifeSe', 'reference', 'note', 'notes'],
]);
/** Null here says that the reference did not compute it. */
const NOT_COMPUTED_WHEN_NULL = new Set([
  ...['twfe', 'dynamic', 'group', 'calendar', 'integerIntervalsPrimaries'],
]);

/**
 * The first place where `got` is not what is `expected`, or null. Every field of `expected` is looked at, one that `got`
 * lacks is a difference, and what `got` has beyond them is not looked at. A list has the same length on both sides.
 */
export function firstDifference(
  expected: unknown,
  got: unknown,
  comparison: Comparison,
): Difference | null {
  return compare(expected, got, { ...comparison, path: '', field: '' });
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Place = Comparison & { readonly path: string; readonly field: string };

function compare(expected: unknown, got: unknown, place: Place): Difference | null {
  const apart = { path: place.path || 'the whole result', expected, got };
  if (Array.isArray(expected))
    return Array.isArray(got) ? compareLists(expected, got, place) : apart;
  if (isFields(expected)) return isFields(got) ? compareFields(expected, got, place) : apart;
  if (typeof expected === 'number' && typeof got === 'number')
    return Math.abs(got - expected) <= place.tolerance(place.field, expected) ? null : apart;
  return expected === got ? null : apart;
}

function compareFields(expected: Fields, got: Fields, place: Place): Difference | null {
  for (const [field, value] of Object.entries(expected)) {
    if (NOT_COMPARED.has(field) || (value === null && NOT_COMPUTED_WHEN_NULL.has(field))) continue;
    const path = place.path ? `${place.path}.${field}` : field;
    const difference = compare(value, got[field], { ...place, path, field });
    if (difference) return difference;
  }
  return null;
}

function compareLists(
  expected: readonly unknown[],
  got: readonly unknown[],
  place: Place,
): Difference | null {
  if (expected.length !== got.length)
    return { path: `${place.path}.length`, expected: expected.length, got: got.length };
  const [left, right] = place.listsAreSets ? [inOrder(expected), inOrder(got)] : [expected, got];
  for (const [index, value] of left.entries()) {
    const path = `${place.path}[${index}]`;
    const difference = compare(value, right[index], { ...place, path });
    if (difference) return difference;
  }
  return null;
}

const idOf = (value: unknown): string | null =>
  typeof value === 'string'
    ? value
    : isFields(value) && typeof value.id === 'string'
      ? value.id
      : null;

/** By identifier where everything has one; otherwise as it came. */
function inOrder(values: readonly unknown[]): readonly unknown[] {
  if (values.some((value) => idOf(value) === null)) return values;
  return [...values].sort((a, b) => ((idOf(a) ?? '') < (idOf(b) ?? '') ? -1 : 1));
}
