/** What a number format makes of a number. */
export type FormatKind = 'plain' | 'percent' | 'date' | 'time';

const within = (id: number, ranges: readonly (readonly [number, number])[]): boolean =>
  ranges.some(([from, to]) => id >= from && id <= to);

/** The formats that the standard numbers and does not write out (ECMA-376 part 1, 18.8.30). */
export function builtInFormat(id: number): FormatKind {
  if (id === 9 || id === 10) return 'percent';
  if (
    within(id, [
      [18, 21],
      [45, 47],
    ])
  )
    return 'time';
  return within(id, [
    [14, 17],
    [22, 22],
    [27, 36],
    [50, 58],
  ])
    ? 'date'
    : 'plain';
}

/** What is no place for a digit, a date or a percentage: quoted and escaped characters, fillings, colours, conditions. */
const SET_ASIDE = /"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]|general|e[+-]/gi;

/** Longer than any format that a spreadsheet takes. */
const LONGEST = 1_000;

/** The kind of a format code, by all its sections together. */
export function formatKind(code: string): FormatKind {
  const letters = code.slice(0, LONGEST).replace(SET_ASIDE, ' ');
  if (letters.includes('%')) return 'percent';
  const times = /am\/pm|a\/p|[hs]|\[m+\]/gi;
  const rest = letters.replace(times, '');
  if (/[dy]/i.test(rest)) return 'date';
  if (!/m/i.test(rest)) return rest.length === letters.length ? 'plain' : 'time';
  // Letters m are months, and minutes beside hours or seconds.
  return rest.length === letters.length ? 'date' : 'time';
}
