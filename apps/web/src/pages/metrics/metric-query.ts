import { addresses } from '../../addresses/addresses.js';
import { withQuery } from '../../addresses/with-query.js';
import { knownOf, readFilter, type FiguresFilter } from '../figures/figures-filter.js';

/** In which order councils stand. There is no order by how they are doing. */
export const ORDERS = ['name', 'partnership', 'region'] as const;
export type Order = (typeof ORDERS)[number];

/** What the address of a measure's charts asks for. A partnership or region is the code that was typed, empty for all. */
export type MetricQuery = {
  readonly filter: FiguresFilter;
  readonly order: Order;
  readonly partnership: string;
  readonly region: string;
  /** From 1. */
  readonly part: number;
};

type Asked = Readonly<Record<string, unknown>>;

const MOST_LETTERS = 100;
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim().slice(0, MOST_LETTERS) : '';

/** Anything else than an order that there is, or a part, is the first. */
export function readMetricQuery(query: Asked, now: Date): MetricQuery {
  return {
    filter: readFilter(query, now),
    order: ORDERS.find((one) => one === query['order']) ?? 'name',
    partnership: textOf(query['partnership']),
    region: textOf(query['region']),
    part: /^[1-9]\d?$/.test(textOf(query['part'])) ? Number(query['part']) : 1,
  };
}

/** The words of an address that say which figures a page shows; those that are as ever are left out. */
export const figuresQuery = (
  filter: FiguresFilter,
  everyCouncil: boolean,
): Readonly<Record<string, string>> => ({
  known: knownOf(filter),
  back: filter.everything ? 'all' : '',
  all: everyCouncil ? '1' : '',
});

/** The address of another part of the same page. */
export const partAddress = (
  code: string,
  { filter, order, partnership, region }: MetricQuery,
  of: { readonly part: number; readonly everyCouncil: boolean },
): string =>
  withQuery(addresses.metric(code), {
    ...figuresQuery(filter, of.everyCouncil),
    order: order === 'name' ? '' : order,
    ...{ partnership, region },
    part: of.part === 1 ? '' : String(of.part),
  });
