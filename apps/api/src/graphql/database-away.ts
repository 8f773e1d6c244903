import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { REFUSALS } from '#domain';

/** The database was away before a query could begin: the same answer and status as REST's. */
export function databaseAway(): GraphQLError {
  const { message, fix, status } = REFUSALS.DATABASE_AWAY;
  const headers = new HeaderMap([['retry-after', '2']]);
  return new GraphQLError(`${message} ${fix}`, {
    extensions: { code: 'DATABASE_AWAY', http: { status, headers } },
  });
}
