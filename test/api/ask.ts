import type { RunningApi } from './running-api.js';

type Answered<Data> = {
  readonly data: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { code: string } }[];
};

/** Asks the api by GraphQL, as a client would. */
export async function ask<Data>(
  api: RunningApi,
  authorization: string,
  query: string,
  variables: object = {},
): Promise<Answered<Data>> {
  const answer = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()) as Answered<Data>;
}

/** The data of an answer that has no errors. */
export async function dataOf<Data>(
  api: RunningApi,
  authorization: string,
  query: string,
  variables: object = {},
): Promise<Data> {
  const { data, errors } = await ask<Data>(api, authorization, query, variables);
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data;
}

export const SUBMIT = `mutation ($input: SubmitObservationsInput!) {
  submitObservations(input: $input) {
    ... on SubmissionReceived { replayed dryRun submission {
      id status council { code name } channel receivedAt receivedCount acceptedCount knownSeq
      findings { code severity row column value message fix ruleVersion }
    } }
    ... on SubmissionRefused { code message fix findings { code row value } }
  }
}`;

export type Submitted = {
  readonly submitObservations: {
    readonly replayed?: boolean;
    readonly code?: string;
    readonly submission: { readonly id: string; readonly [field: string]: unknown };
  };
};
