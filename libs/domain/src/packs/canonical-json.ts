const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : Number(a > b);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(byName)
      .map(([name, part]) => [name, sorted(part)]),
  );
}

/**
 * Plain data as the one text that stands for it: names sorted by code unit at every depth, two spaces a level, lines that end
 * in LF, the last one too. Lists keep their order. For data without dates, sets or maps.
 */
export const canonicalJson = (value: unknown): string =>
  `${JSON.stringify(sorted(value), null, 2)}\n`;
