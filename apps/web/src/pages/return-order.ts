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

export type Theme<T> = { readonly title: string; readonly items: readonly T[] };

/** Metrics by theme: the themes of the return in its order, those that it has not after them, A to Z. */
export function byTheme<T>(
  items: readonly T[],
  metricOf: (item: T) => Metric,
  definition: Pick<ReturnDefinition, 'themes'>,
): readonly Theme<T>[] {
  const ordered = inReturnOrder(items, metricOf, definition);
  const known = definition.themes.map(({ title }) => title);
  const titles = [...new Set(ordered.map((item) => metricOf(item).theme))].sort();
  return [...known.filter((title) => titles.includes(title)), ...titles]
    .filter((title, index, all) => all.indexOf(title) === index)
    .map((title) => ({ title, items: ordered.filter((item) => metricOf(item).theme === title) }));
}

/** The published metrics of which figures are held here, by theme. */
export const publishedThemes = (
  metrics: readonly Metric[],
  definition: Pick<ReturnDefinition, 'themes'>,
): readonly Theme<Metric>[] =>
  byTheme(
    metrics.filter(({ type, loaded }) => type === 'published' && loaded),
    (metric) => metric,
    definition,
  );
