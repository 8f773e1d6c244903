import 'reflect-metadata';
import { dataOf } from './ask.js';
import { runningApi, type RunningApi } from './running-api.js';

type Started = { readonly backtestAlertRule: Record<string, unknown> };

const START = `mutation ($version: Int!) { backtestAlertRule(input: { code: "return_missing", version: $version }) {
  ... on Refused { code } ... on BackTest { id status asKnown of rule { code version } } } }`;
const READ = `query ($id: ID!) { backTest(id: $id) { status done result { fired firedCouncils chance firedByYear { year fired }
  compared { version } episodes { council { name } metric { code } firedBy { timePeriod timeIdentifier } firedAt state why } } } }`;

describe('a back-test by GraphQL', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runningApi('2023-12-20T09:00:00Z');
  });
  afterAll(() => api.close());

  it('is started by an analyst, read while it runs and when it is done, and seen by DfE alone', async () => {
    const analyst = await api.bearer('dfe-analyst');
    const begun = await dataOf<Started>(api, analyst, START, { version: 1 });
    expect(begun.backtestAlertRule).toMatchObject({
      ...{ status: 'WAITING', asKnown: 'AT_EACH_MOMENT', of: 32 },
      rule: { code: 'return_missing', version: 1 },
    });
    const again = await dataOf<Started>(api, analyst, START, { version: 1 });
    expect(again.backtestAlertRule).toEqual({ code: 'BACK_TEST_UNDER_WAY' });
    const id = { id: begun.backtestAlertRule['id'] };
    const waits = await dataOf(api, analyst, READ, id);
    expect(waits).toEqual({ backTest: { status: 'WAITING', done: 0, result: null } });

    await api.at.service.workBackTests.run();
    const done = await dataOf<{ backTest: { result: { episodes: unknown[]; fired: number } } }>(
      api,
      await api.bearer('dfe-policy'),
      READ,
      id,
    );
    expect(done).toMatchObject({
      backTest: { status: 'DONE', done: 32, result: { firedCouncils: 32, chance: null } },
    });
    const { episodes, fired } = done.backTest.result;
    expect(episodes).toHaveLength(fired);
    expect(episodes[0]).toMatchObject({
      council: { name: 'Barnet' },
      metric: null,
      state: 'FIRING',
    });
    const officer = await api.bearer('council-submitter', 'rutland');
    expect(await dataOf(api, officer, READ, id)).toEqual({ backTest: null });
  });

  it('is refused to others, of versions that do not exist, and stopped by its id', async () => {
    const policy = await api.bearer('dfe-policy');
    const analyst = await api.bearer('dfe-analyst');
    const refused = await dataOf<Started>(api, policy, START, { version: 1 });
    expect(refused.backtestAlertRule).toEqual({ code: 'NOT_ALLOWED' });
    const unknown = await dataOf<Started>(api, analyst, START, { version: 9 });
    expect(unknown.backtestAlertRule).toEqual({ code: 'NOT_FOUND' });
    const begun = await dataOf<Started>(api, analyst, START, { version: 1 });
    const stop = `mutation ($id: ID!) { cancelBackTest(id: $id) { ... on BackTest { status } ... on Refused { code } } }`;
    const id = { id: begun.backtestAlertRule['id'] };
    expect(await dataOf(api, policy, stop, id)).toEqual({
      cancelBackTest: { code: 'NOT_ALLOWED' },
    });
    expect(await dataOf(api, analyst, stop, id)).toEqual({
      cancelBackTest: { status: 'CANCELLED' },
    });
    const nothing = await dataOf(api, analyst, stop, { id: 'nothing' });
    expect(nothing).toEqual({ cancelBackTest: { code: 'NOT_FOUND' } });
  });
});
