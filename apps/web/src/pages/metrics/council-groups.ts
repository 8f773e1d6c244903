import type { Council, Partnership, Register } from '#domain/register';
import { metricWords } from '../../words/metric.words.js';
import { alphabetically } from '../../http/councils.js';
import type { MetricQuery, Order } from './metric-query.js';

/** Councils under one heading; null where the page has no headings. */
export type Group<T> = { readonly title: string | null; readonly items: readonly T[] };

type Places = Pick<Register, 'partnerships' | 'regions'>;

const partnershipOf = ({ partnerships }: Places, council: Council): Partnership | undefined =>
  partnerships.find(({ members }) => members.some(({ councilId }) => councilId === council.id));

/** Whether a council is in the partnership and in the region that are asked for; empty is any. */
export const fits =
  (places: Places, { partnership, region }: Pick<MetricQuery, 'partnership' | 'region'>) =>
  (council: Council): boolean =>
    (partnership === '' || partnershipOf(places, council)?.code === partnership) &&
    (region === '' || council.regionCode === region);

/** The heading that a council stands under; undefined where it is in none. */
function titleOf(places: Places, order: Order, council: Council): string | undefined {
  return order === 'partnership'
    ? partnershipOf(places, council)?.name
    : places.regions.find(({ code }) => code === council.regionCode)?.name;
}

/** Councils A to Z; with an order by place under the names of the places, A to Z, and last those that are in none. */
export function grouped<T>(
  items: readonly T[],
  councilOf: (item: T) => Council,
  { places, order }: { readonly places: Places; readonly order: Order },
): readonly Group<T>[] {
  const ordered = alphabetically(items, (item) => councilOf(item).name);
  if (order === 'name') return [{ title: null, items: ordered }];
  const titled = ordered.map((item) => ({ item, title: titleOf(places, order, councilOf(item)) }));
  const titles = new Set(titled.flatMap(({ title }) => title ?? []));
  const groups = alphabetically([...titles], (title) => title).map((title) => ({
    title,
    items: titled.filter((one) => one.title === title).map(({ item }) => item),
  }));
  const others = titled.filter(({ title }) => title === undefined).map(({ item }) => item);
  return others.length === 0
    ? groups
    : [...groups, { title: metricWords.inNone[order], items: others }];
}

/** Groups in parts of about the same size, of at most so many; a group that is cut has its heading in both. */
export function partsOf<T>(
  groups: readonly Group<T>[],
  most: number,
): readonly (readonly Group<T>[])[] {
  const all = groups.flatMap(({ title, items }) => items.map((item) => ({ title, item })));
  const size = Math.ceil(all.length / Math.max(1, Math.ceil(all.length / most)));
  const parts: Group<T>[][] = [];
  for (let from = 0; from < all.length; from += size) {
    const some = all.slice(from, from + size);
    const titles = [...new Set(some.map(({ title }) => title))];
    parts.push(
      titles.map((title) => ({
        title,
        items: some.filter((one) => one.title === title).map(({ item }) => item),
      })),
    );
  }
  return parts;
}
