import type { Metric, ReturnDefinition } from '#domain/metrics';

/**
 * Metrics in the order in which the return asks for what is behind them: by theme, then by the first box. What no box of
 * the return is behind, published series, comes last in the order in which it is given.
 */
export function inReturnOrder<T>(
  items: readonly T[],
  metricOf: (item: T) => Metric,
  { themes }: Pick<ReturnDefinition, 'themes'>,
): readonly T[] {
  const boxes = themes.flatMap((theme) => theme.boxes);
  const titles = themes.map(({ title }) => title);
  const place = (item: T): number => {
    const { theme, numerator, type } = metricOf(item);
    if (type === 'published') return Infinity;
    const at = titles.indexOf(theme);
    const box = boxes.indexOf(numerator?.plus[0] ?? '');
    return (at < 0 ? titles.length : at) * 1000 + (box < 0 ? 999 : box);
  };
  return items
    .map((item, index) => ({ item, index, at: place(item) }))
    .sort((a, b) => (a.at === b.at ? a.index - b.index : a.at - b.at))
    .map(({ item }) => item);
}
