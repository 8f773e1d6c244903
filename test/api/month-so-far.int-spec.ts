import 'reflect-metadata';
import { dataOf } from './ask.js';
import { runningApi, type RunningApi } from './running-api.js';
import { countOf, sendTo } from './send-to.js';

const CSV = 'council,period,measure,value\n857,2025-01,n_requests,4\n857,2025-01,n_decisions,six\n';
const ENDED = 'council,period,measure,value\n857,2024-12,n_requests,4\n';
const SUBMIT = `mutation ($input: SubmitObservationsInput!) { submitObservations(input: $input) {
  ... on SubmissionReceived { submission { id status acceptedCount } replayed monthSoFar }
  ... on SubmissionRefused { code } } }`;

/** The clock of these stands in January 2025. */
describe('a month so far, by machine', () => {
  let api: RunningApi;
  let rutland: string;
  beforeEach(async () => {
    api = await runningApi();
    rutland = await api.bearer('council-submitter', 'rutland');
  });
  afterEach(() => api.close());

  const send = (body: string, headers?: Record<string, string>, options?: string) =>
    sendTo(api, { authorization: rutland, body, headers, options });

  it('is taken as a CSV with the option in the address, without a submission to ask for', async () => {
    const answer = await send(CSV, undefined, '?monthSoFar=true');
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
    expect(await answer.json()).toMatchObject({
      id: null,
      status: 'ACCEPTED_IN_PART',
      acceptedCount: 1,
      knownSeq: null,
      monthSoFar: true,
      findings: [{ code: 'VALUE_NOT_A_NUMBER', row: 3 }],
    });
    expect(await countOf(api, rutland)).toBe(0);
  });

  it('is refused in the words of the catalogue when the month has ended', async () => {
    const answer = await send(ENDED, undefined, '?monthSoFar=true');
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { code: 'NOT_A_MONTH_SO_FAR' },
    ]);
  });

  it('is taken as JSON and by GraphQL with the option in the body', async () => {
    const input = {
      monthSoFar: true,
      observations: [{ metric: 'n_requests', period: { month: '2025-01' }, value: 4 }],
    };
    const answer = await send(JSON.stringify(input), { 'content-type': 'application/json' });
    expect(await answer.json()).toMatchObject({ id: null, status: 'ACCEPTED', monthSoFar: true });
    const { submitObservations } = await dataOf<{ submitObservations: object }>(
      api,
      rutland,
      SUBMIT,
      { input },
    );
    expect(submitObservations).toEqual({
      submission: { id: null, status: 'ACCEPTED', acceptedCount: 1 },
      replayed: false,
      monthSoFar: true,
    });
  });
});
