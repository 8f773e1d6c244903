import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('PageInfo', {
  description: 'Where a page of a list ends, by the Relay cursor specification.',
})
class PageInfoType {
  @Field() hasNextPage!: boolean;
  @Field() hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true }) startCursor!: string | null;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

export type Edge<T> = { cursor: string; node: T };
export type Connection<T> = { edges: Edge<T>[]; pageInfo: PageInfoType };

/** The connection type of a list whose items are of this type. */
export function connectionOf<T>(item: Type<T>, name: string): Type<Connection<T>> {
  @ObjectType(`${name}Edge`)
  class EdgeType {
    @Field() cursor!: string;
    @Field(() => item) node!: T;
  }
  @ObjectType(`${name}Connection`)
  class ConnectionType {
    @Field(() => [EdgeType]) edges!: Edge<T>[];
    @Field(() => PageInfoType) pageInfo!: PageInfoType;
  }
  return ConnectionType;
}

/** A connection over items that carry their own cursors; `next` is null on the last page. */
export function connection<T>(
  items: readonly { node: T; cursor: string }[],
  more: boolean,
  before: boolean,
): Connection<T> {
  return {
    edges: items.map(({ node, cursor }) => ({ node, cursor })),
    pageInfo: {
      hasNextPage: more,
      hasPreviousPage: before,
      startCursor: items[0]?.cursor ?? null,
      endCursor: items.at(-1)?.cursor ?? null,
    },
  };
}

/** A page of a whole list that is in memory: each item's cursor is its own key. */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  args: { first?: number | null | undefined; after?: string | null | undefined },
): Connection<T> {
  const start = args.after ? all.findIndex((item) => encode(keyOf(item)) === args.after) + 1 : 0;
  const size = sizeOf(args.first);
  const items = all
    .slice(start, start + size)
    .map((node) => ({ node, cursor: encode(keyOf(node)) }));
  return connection(items, start + size < all.length, start > 0);
}

const LARGEST = 500;
const USUAL = 200;

/** How many items a page has: what was asked for, within bounds. */
export const sizeOf = (first: number | null | undefined): number =>
  Math.min(Math.max(first ?? USUAL, 1), LARGEST);
const encode = (key: string): string => Buffer.from(key).toString('base64url');
