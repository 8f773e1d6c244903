import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { REFUSALS } from '#domain';
import { isDatabaseAway } from '#persistence';

const SHOWN = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'DATABASE_AWAY',
]);

/**
 * What a caller sees of an error: what they can mend, in words; that the database is away; and of a bug only a trace id,
 * under which the log has it.
 */
export const formatError =
  (report: (error: unknown, traceId: string) => void, newTraceId: () => string) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const sent = formatted.extensions?.['code'];
    const code = typeof sent === 'string' ? sent : '';
    const path = formatted.path ? { path: formatted.path } : {};
    const locations = formatted.locations ? { locations: formatted.locations } : {};
    if (SHOWN.has(code))
      return { message: formatted.message, ...locations, ...path, extensions: { code } };
    const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (isDatabaseAway(original)) {
      const { message, fix } = REFUSALS.DATABASE_AWAY;
      return { message: `${message} ${fix}`, ...path, extensions: { code: 'DATABASE_AWAY' } };
    }
    const traceId = newTraceId();
    report(original, traceId);
    return {
      message: `Something went wrong on our side. Reference ${traceId}.`,
      ...path,
      extensions: { code: 'INTERNAL_SERVER_ERROR', traceId },
    };
  };
