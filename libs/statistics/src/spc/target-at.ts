/** A version of a target: from this day (`YYYY-MM-DD`) on, this value; null when there was none any more. */
export type TargetVersion = { readonly from: string; readonly value: number | null };

/**
 * The target valid on a day, in the unit of the versions: that of the latest version that had begun. Assurance is judged
 * against the target valid at the last point, so this is the `target` option of `xmr`. Null before the first version.
 */
export function targetAt(versions: readonly TargetVersion[], date: string): number | null {
  let latest: TargetVersion | null = null;
  for (const version of versions)
    if (version.from <= date && (!latest || version.from >= latest.from)) latest = version;
  return latest?.value ?? null;
}
