/** The arithmetic mean; null of no values. Values so large that their sum has no number are divided first. */
export function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Number.isFinite(mean)
    ? mean
    : values.reduce((sum, value) => sum + value / values.length, 0);
}
