/**
 * Each point's difference from the point of the same day a year before, in the unit of the values: the second view of a
 * seasonal series, to be charted by `xmr` as it is. Null where either is missing. Days that a year lacks have no partner.
 * Order is kept; the first year is all null.
 */
export function yearOnYear(
  points: readonly { readonly date: string; readonly value?: number | null }[],
): readonly { readonly date: string; readonly value: number | null }[] {
  const byDate = new Map(points.map(({ date, value }) => [date, value ?? null]));
  return points.map(({ date, value }) => {
    const yearBefore = String(Number(date.slice(0, 4)) - 1).padStart(4, '0') + date.slice(4);
    const before = byDate.get(yearBefore) ?? null;
    const now = value ?? null;
    return { date, value: now === null || before === null ? null : now - before };
  });
}
