import type { Table, TableCell } from './read-table.js';
import type { DisclosureRefusal, RuleOptions } from './types.js';

/** The rule as it is applied to one table. */
export interface Rule {
  /** S. */
  readonly largest: number;
  readonly minDenominator: number | null;
}

const LARGEST_SMALL_COUNTS: readonly unknown[] = [2, 4, 5, 9];

export function readRule(options: RuleOptions): Rule | DisclosureRefusal {
  const largest = options.suppressMax ?? 5;
  const minDenominator = options.minDenominator ?? null;
  const whole =
    minDenominator === null || (Number.isInteger(minDenominator) && minDenominator >= 0);
  return LARGEST_SMALL_COUNTS.includes(largest) && whole
    ? { largest, minDenominator }
    : { error: 'INVALID_OPTIONS' };
}

const groupOf = (cell: TableCell): string => JSON.stringify([cell.geo, cell.cat]);

/** Places of the cells that may never be published: counts from 1 to S, and everybody or nobody of a small group. */
export function primaryPlaces(table: Table, rule: Rule): ReadonlySet<number> {
  const primary = new Set<number>();
  table.cells.forEach(({ value }, place) => {
    if (value >= 1 && value <= rule.largest) primary.add(place);
  });
  const { minDenominator } = rule;
  if (minDenominator === null) return primary;
  const of = (outcome: string): ReadonlyMap<string, number> =>
    new Map(
      table.cells.flatMap((cell, place) =>
        cell.outcome === outcome ? [[groupOf(cell), place] as const] : [],
      ),
    );
  const [numerators, complements] = [of('num'), of('comp')];
  for (const [group, place] of of('den')) {
    const all = table.cells[place]?.value ?? 0;
    const sides = [numerators.get(group), complements.get(group)].filter((n) => n !== undefined);
    const one = sides.some((side) => [0, all].includes(table.cells[side]?.value ?? -1));
    if (all > 0 && all < minDenominator && one) for (const side of sides) primary.add(side);
  }
  return primary;
}
