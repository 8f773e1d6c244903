import { GraphQLError } from 'graphql';

const LONGEST = 100_000;
/** Tokens that the parser reads of one query; some 100 kB of dense text. */
export const MOST_TOKENS = 20_000;

type Sent = { readonly body?: unknown; readonly query?: unknown };

const textOf = (part: unknown): unknown =>
  typeof part === 'object' && part !== null ? (part as { query?: unknown }).query : null;

/** Refuses the text of a query that nobody would write; figures travel as variables, which this does not limit. */
export function refuseLongQuery({ body, query }: Sent): void {
  const text = textOf(body) ?? textOf(query);
  if (typeof text !== 'string' || text.length <= LONGEST) return;
  throw new GraphQLError(`A query has at most ${LONGEST} characters: send figures as variables.`, {
    extensions: { code: 'BAD_REQUEST', http: { status: 413 } },
  });
}
