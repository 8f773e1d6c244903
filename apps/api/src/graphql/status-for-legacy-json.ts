import type { ApolloServerPlugin, BaseContext } from '@apollo/server';

const REQUEST_ERRORS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/**
 * Under plain `application/json` a request that was read but could not be executed is answered 200, as the
 * GraphQL-over-HTTP specification asks for older clients; under `application/graphql-response+json` it stays 400.
 */
export const statusForLegacyJson: ApolloServerPlugin<BaseContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response }) => {
        const accept = request.http?.headers.get('accept') ?? '';
        const { body, http } = response;
        if (
          http.status === 400 &&
          body.kind === 'single' &&
          !accept.includes('graphql-response+json')
        ) {
          const { errors, data } = body.singleResult;
          const ours = errors?.every((error) =>
            REQUEST_ERRORS.has(String(error.extensions?.['code'])),
          );
          if (data === undefined && errors && errors.length > 0 && ours) http.status = 200;
        }
        return Promise.resolve();
      },
    }),
};
