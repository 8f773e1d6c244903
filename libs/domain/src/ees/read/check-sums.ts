import { addDecimals, type Decimal } from '../../decimal/decimal.js';
import { periodKey, type Period } from '../../periods/index.js';
import type { OddityNotes } from './oddities.js';
import type { EesArea, OddityKind } from './reading.js';

/** The counts of one row that should add up. */
export type CountsRow = {
  readonly area: EesArea;
  readonly regionCode: string;
  readonly period: Period;
  /** The group of a filter whose parts this row is one of; null on the held total. */
  readonly group: string | null;
  readonly counts: readonly (readonly [column: string, number: Decimal | null])[];
};

/**
 * Whether published totals add up: regions to England, councils to their region, the parts of each filter group to the
 * total. A sum in which any part is not a number is not compared.
 */
export function checkSums(rows: readonly CountsRow[], notes: OddityNotes): void {
  const totals = new Map<string, Decimal | null>();
  const sums = new Map<string, (Decimal | null)[]>();
  for (const row of rows)
    for (const [column, number] of row.counts) {
      if (row.group === null) totals.set(totalKey(row, column, row.area), number);
      const key = sumKey(row, column);
      if (key === null) continue;
      const others = sums.get(key);
      if (others) others.push(number);
      else sums.set(key, [number]);
    }
  for (const [key, numbers] of sums) compare(key, numbers, { totals, notes });
}

/** Under which key an area's own total stands. There is one England. */
function totalKey(
  { period }: CountsRow,
  column: string,
  { level, code }: Pick<EesArea, 'level' | 'code'>,
): string {
  return `${periodKey(period)}\t${column}\t${level}${level === 'National' ? '' : ` ${code}`}`;
}

/** What a row is a part of, and the key of that total; null for England itself. */
function sumKey(row: CountsRow, column: string): string | null {
  const { area, group, regionCode } = row;
  if (group !== null) return `parts-do-not-add-up\t${group}\t${totalKey(row, column, area)}`;
  switch (area.level) {
    case 'National':
      return null;
    case 'Regional':
      return `regions-do-not-add-up\t\t${totalKey(row, column, { level: 'National', code: '' })}`;
    case 'Local authority':
      return `councils-do-not-add-up\t\t${totalKey(row, column, { level: 'Regional', code: regionCode })}`;
  }
}

function compare(
  key: string,
  numbers: readonly (Decimal | null)[],
  { totals, notes }: { totals: ReadonlyMap<string, Decimal | null>; notes: OddityNotes },
): void {
  const [kind = '', group = '', when = '', column = '', area = ''] = key.split('\t');
  const total = totals.get(`${when}\t${column}\t${area}`) ?? null;
  if (total === null || numbers.includes(null)) return;
  const sum = addDecimals(numbers.map((number) => number ?? '0'));
  if (sum === total) return;
  const where = area.replace(/^(Local authority|Regional|National) ?/, '');
  notes.add(kind as OddityKind, `${column} ${kind === 'parts-do-not-add-up' ? group : ''}`, {
    place: `${when}${where ? ` ${where}` : ''}: ${sum}, published ${total}`,
    say: (examples, count) => WORDS[kind as keyof typeof WORDS](column, group, { examples, count }),
  });
}

type Say = (column: string, group: string, found: { examples: string; count: number }) => string;
const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const WORDS = {
  'regions-do-not-add-up': (column, _group, { examples, count }) =>
    `${column}: the regions do not add up to England ${times(count)} (${examples}).`,
  'councils-do-not-add-up': (column, _group, { examples, count }) =>
    `${column}: the councils do not add up to their region ${times(count)} (${examples}).`,
  'parts-do-not-add-up': (column, group, { examples, count }) =>
    `${column}: the parts of "${group}" do not add up to the total ${times(count)} (${examples}).`,
} satisfies Record<string, Say>;
