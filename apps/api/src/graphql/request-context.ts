import { GraphQLError } from 'graphql';
import { REFUSALS } from '#domain';
import type { Reader } from '#domain/access';
import type { SubmissionView } from '#application/ports';

/** What travels with one GraphQL request: who asks, and what has been read for it already. */
export type RequestContext = {
  readonly reader: Reader | null;
  readonly submissions: Map<string, Promise<SubmissionView | null>>;
};

/** The reader, or the error that says that nobody is signed in. */
export function readerIn(context: RequestContext): Reader {
  if (context.reader) return context.reader;
  const { message, fix } = REFUSALS.NOT_SIGNED_IN;
  throw new GraphQLError(`${message} ${fix}`, { extensions: { code: 'UNAUTHENTICATED' } });
}
