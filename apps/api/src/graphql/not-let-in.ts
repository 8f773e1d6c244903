import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { REFUSALS } from '#domain';
import { challengeFor, type Caller } from '../auth/bearer.js';

/** A bearer token that opens nothing: the same status, words and challenge as REST's. */
export function notLetIn(caller: Extract<Caller, { kind: 'refused' }>): GraphQLError {
  const { message, fix, status } = REFUSALS[caller.code];
  const headers = new HeaderMap([['www-authenticate', challengeFor(caller)]]);
  return new GraphQLError(`${message} ${fix}`, {
    extensions: { code: 'UNAUTHENTICATED', http: { status, headers } },
  });
}
