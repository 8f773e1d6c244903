import { pageOf } from './connection.js';

const LETTERS = ['a', 'b', 'c', 'd', 'e'];
const page = (first?: number | null, after?: string | null) =>
  pageOf(LETTERS, (letter) => letter, { first, after });
const nodes = (of: ReturnType<typeof page>): string[] => of.edges.map(({ node }) => node);

describe('a page of a list', () => {
  it('leads through the whole list, each item once', () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { edges, pageInfo } = page(2, after);
      seen.push(...edges.map(({ node }) => node));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(LETTERS);
  });

  it('says whether there is something before and after it', () => {
    const first = page(2);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const last = page(3, first.pageInfo.endCursor);
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(last.pageInfo.startCursor).toBe(last.edges[0]?.cursor);
  });

  it('holds between 1 and 500 items, 200 when nothing is said', () => {
    const many = Array.from({ length: 600 }, (_, index) => String(index));
    const sizeOf = (first?: number | null): number =>
      pageOf(many, (one) => one, { first }).edges.length;
    expect([sizeOf(), sizeOf(null), sizeOf(0), sizeOf(-5), sizeOf(1_000)]).toEqual([
      200, 200, 1, 1, 500,
    ]);
  });

  it('is empty after an empty list, and starts again after a cursor that is none', () => {
    expect(pageOf([], String, {}).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
    expect(nodes(page(1, 'nonsense'))).toEqual(['a']);
  });
});
