import 'reflect-metadata';
import { dataOf } from './ask.js';
import { runningApi, type RunningApi } from './running-api.js';

type Asked = { requestExtension: { id: string } };

describe('more time and closed months by GraphQL', () => {
  let api: RunningApi;
  let rutland: string;
  let analyst: string;
  beforeAll(async () => {
    api = await runningApi();
    rutland = await api.bearer('council-submitter', 'rutland');
    analyst = await api.bearer('dfe-analyst');
  });
  afterAll(() => api.close());

  it('takes a request for more time, lets DfE answer it once, and moves the due moment', async () => {
    const parts =
      '... on Permission { id kind granted grantedUntil answer } ... on Refused { code }';
    const request = `mutation ($input: RequestExtensionInput!) { requestExtension(input: $input) { ${parts} } }`;
    const answer = `mutation ($id: ID!) { answerExtension(id: $id, until: "2025-01-24", text: "Granted for one week.") { ${parts} } }`;
    const input = {
      period: { month: '2024-12' },
      until: '2025-01-29',
      reason: 'A new case system',
    };
    const { requestExtension: asked } = await dataOf<Asked>(api, rutland, request, { input });
    expect(asked).toMatchObject({ kind: 'EXTENSION', granted: null });
    const { id } = asked;
    const refused = { answerExtension: { code: 'NOT_ALLOWED' } };
    expect(await dataOf(api, rutland, answer, { id })).toMatchObject(refused);
    expect(await dataOf(api, analyst, answer, { id })).toMatchObject({
      answerExtension: { granted: true, grantedUntil: '2025-01-24' },
    });
    expect(await dataOf(api, analyst, answer, { id })).toMatchObject({
      answerExtension: { code: 'REQUEST_ANSWERED' },
    });
    const owed = `{ returns(council: "857", period: { month: "2024-12" }) {
      edges { node { dueAt extendedUntil workingDaysLate } } } }`;
    expect(await dataOf(api, rutland, owed)).toEqual({
      returns: {
        edges: [
          {
            node: {
              ...{ dueAt: '2025-01-24T17:00:00.000Z', extendedUntil: '2025-01-24' },
              workingDaysLate: 0,
            },
          },
        ],
      },
    });
    const open = `mutation { openClosedPeriod(input: { council: "857", period: { month: "2023-09" },
      until: "2025-01-31", reason: "Counted twice by two teams" }) { ${parts} } }`;
    expect(await dataOf(api, rutland, open)).toMatchObject({
      openClosedPeriod: { code: 'NOT_ALLOWED' },
    });
    expect(await dataOf(api, analyst, open)).toMatchObject({
      openClosedPeriod: { kind: 'EXCEPTION', granted: true },
    });
  });
});
