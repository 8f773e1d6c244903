import 'reflect-metadata';
import { ask, dataOf, SUBMIT, type Submitted } from './ask.js';
import { runningApi, type RunningApi } from './running-api.js';
import { manyFigures } from './send-to.js';

type Point = { value: string; standing: string; state: string; revisions: { value: string }[] };
type Series = { series: { points: Point[]; label: string } | null };

const SERIES = `query ($area: String!, $at: DateTime) {
  series(metric: "n_requests", area: $area, asKnownAt: $at) {
    label points { value standing state revisions { value } submission { id status } }
  }
}`;

describe('GraphQL', () => {
  let api: RunningApi;
  let rutland: string;
  let analyst: string;
  beforeAll(async () => {
    api = await runningApi();
    rutland = await api.bearer('council-submitter', 'rutland');
    analyst = await api.bearer('dfe-analyst');
  });
  afterAll(() => api.close());

  const submit = (value: unknown, more: object = {}, month = '2024-12') =>
    dataOf<Submitted>(api, rutland, SUBMIT, {
      input: { observations: [{ metric: 'n_requests', period: { month }, value }], ...more },
    });

  it('takes a figure, shows it to DfE as provisional, and as approved after another person’s approval', async () => {
    const { submitObservations } = await submit('6.0', { council: '857' });
    const { id } = submitObservations.submission;
    expect(submitObservations.submission).toMatchObject({ status: 'ACCEPTED', channel: 'API' });
    const before = await dataOf<Series>(api, analyst, SERIES, { area: 'Rutland' });
    expect(before.series?.points).toMatchObject([
      { value: '6', standing: 'PROVISIONAL', state: 'VALUE', submission: { id } },
    ]);
    expect(before.series?.label).toContain('Not official statistics');

    const approve = `mutation ($id: ID!) { approveSubmission(id: $id) {
      ... on Submission { status approvedBy } ... on Refused { code fix } } }`;
    expect(await dataOf(api, rutland, approve, { id })).toMatchObject({
      approveSubmission: { code: 'NOT_ALLOWED' },
    });
    const lead = await api.bearer('council-approver', 'rutland');
    expect(await dataOf(api, lead, approve, { id })).toMatchObject({
      approveSubmission: { status: 'APPROVED', approvedBy: 'council-approver, Rutland, spec' },
    });
    const after = await dataOf<Series>(api, analyst, SERIES, { area: 'E06000017' });
    expect(after.series?.points[0]?.standing).toBe('APPROVED');
  });

  it('keeps every revision, and what was known before it', async () => {
    api.at.clock.set(new Date('2025-01-16T09:00:00Z'));
    const reason = { kind: 'RECOUNT', text: 'one more found' };
    const observations = [
      {
        metric: 'n_requests',
        period: { timePeriod: '2024', timeIdentifier: 'December' },
        value: 7,
        reason,
      },
    ];
    await dataOf(api, rutland, SUBMIT, { input: { observations } });
    const now = await dataOf<Series>(api, analyst, SERIES, { area: '857' });
    expect(now.series?.points[0]).toMatchObject({
      value: '7',
      standing: 'PROVISIONAL',
      revisions: [{ value: '7' }, { value: '6' }],
    });
    const at = '2025-01-15T12:00:00Z';
    const then = await dataOf<Series>(api, analyst, SERIES, { area: '857', at });
    expect(then.series?.points[0]).toMatchObject({ value: '6', standing: 'APPROVED' });
  });

  it('refuses in the payload: another council, a key with other figures, all or nothing', async () => {
    expect(await submit('1', { council: 'E08000035' })).toMatchObject({
      submitObservations: { code: 'COUNCIL_NOT_YOURS', findings: [] },
    });
    await submit('5', { idempotencyKey: 'k' }, '2024-10');
    expect(await submit('5', { idempotencyKey: 'k' }, '2024-10')).toMatchObject({
      submitObservations: { replayed: true },
    });
    expect(await submit('4', { idempotencyKey: 'k' }, '2024-10')).toMatchObject({
      submitObservations: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(await submit('six', { mode: 'ATOMIC' }, '2024-10')).toMatchObject({
      submitObservations: { code: 'ATOMIC_REFUSED', findings: [{ row: 1, value: 'six' }] },
    });
  });

  it('takes 10,000 figures in one call, and not one more', async () => {
    const input = (length: number) => ({ observations: manyFigures(length) });
    const most = await dataOf<Submitted>(api, rutland, SUBMIT, { input: input(10_000) });
    expect(most.submitObservations.submission).toMatchObject({ status: 'RECEIVED' });
    const { errors } = await ask(api, rutland, SUBMIT, { input: input(10_001) });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('lists councils A to Z, page by page: 153 of them, or the programme’s 32', async () => {
    type Page = {
      councils: {
        edges: { node: { name: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    const read = (inProgramme: boolean, after: string | null) =>
      dataOf<Page>(
        api,
        rutland,
        `query ($inProgramme: Boolean, $after: String) {
          councils(inProgramme: $inProgramme, first: 50, after: $after) {
            edges { node { name } } pageInfo { hasNextPage endCursor } } }`,
        { inProgramme, after },
      );
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { councils }: Page = await read(false, after);
      names.push(...councils.edges.map(({ node }) => node.name));
      after = councils.pageInfo.hasNextPage ? councils.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names).toEqual([...new Set(names)].sort(new Intl.Collator('en-GB').compare));
    expect(names).toHaveLength(153);
    expect((await read(true, null)).councils.edges).toHaveLength(32);
  });

  it('has every council’s series of one metric, A to Z, for one month', async () => {
    const { seriesByMetric } = await dataOf<{
      seriesByMetric: { area: { name: string }; points: { period: object }[] }[];
    }>(
      api,
      analyst,
      `{ seriesByMetric(metric: "n_requests", period: { month: "2024-12" }, inProgramme: true) {
        area { name } points { period { timePeriod timeIdentifier start end } } } }`,
    );
    expect(seriesByMetric).toHaveLength(32);
    const rutlands = seriesByMetric.find(({ area }) => area.name === 'Rutland');
    expect(rutlands?.points).toEqual([
      {
        period: {
          timePeriod: '2024',
          timeIdentifier: 'December',
          start: '2024-12-01',
          end: '2025-01-01',
        },
      },
    ]);
  });

  it('lists a silent council’s alert, tells its story, and takes the acknowledgement of its council alone', async () => {
    api.at.clock.set(new Date('2025-01-30T09:00:00Z'));
    await api.at.service.sweepSchedules.run();
    await api.at.service.judgeSeries.run();
    const list = `{ alerts(rule: "return_missing", council: "Leeds", open: true) {
      edges { node { id state since why rule { code version } council { name } period { start } } } } }`;
    const { alerts } = await dataOf<{
      alerts: { edges: { node: { id: string; period: { start: string } } }[] };
    }>(api, analyst, list);
    expect(alerts.edges.length).toBeGreaterThan(0);
    const { id } = alerts.edges[0]?.node ?? { id: '' };
    const story = await dataOf<{ alert: { steps: { to: string; reason: string }[] } }>(
      api,
      analyst,
      'query ($id: ID!) { alert(id: $id) { state steps { from to reason } } }',
      { id },
    );
    expect(story.alert.steps.length).toBeGreaterThan(0);
    expect(story.alert.steps.every(({ reason }) => reason.length > 0)).toBe(true);

    const acknowledge = `mutation ($id: ID!) { acknowledgeAlert(id: $id) {
      ... on Alert { acknowledgedBy } ... on Refused { code } } }`;
    expect(await dataOf(api, rutland, acknowledge, { id })).toEqual({
      acknowledgeAlert: { code: 'NOT_FOUND' },
    });
    const leeds = await api.bearer('council-submitter', 'leeds');
    expect(await dataOf(api, leeds, acknowledge, { id })).toEqual({
      acknowledgeAlert: { acknowledgedBy: 'council-submitter, Leeds, spec' },
    });
    expect(await dataOf(api, rutland, list)).toEqual({ alerts: { edges: [] } });
  });

  it('lists returns of one month with their status and reason, of one’s own council alone', async () => {
    const returns = `{ returns(period: { month: "2024-12" }) {
      edges { node { council { name } status reason dueAt boxesAsked boxesAnswered } } } }`;
    type Returns = {
      returns: { edges: { node: { council: { name: string }; status: string } }[] };
    };
    const own = await dataOf<Returns>(api, rutland, returns);
    expect(own.returns.edges.map(({ node }) => [node.council.name, node.status])).toEqual([
      ['Rutland', 'RECEIVED_IN_PART'],
    ]);
    const all = await dataOf<Returns>(api, analyst, returns);
    expect(all.returns.edges).toHaveLength(32);
  });

  it.each([
    ['board', '{ series(metric: "n_requests", area: "857") { breakdown } }'],
    ['delivery-partner', '{ seriesByMetric(metric: "n_requests") { breakdown } }'],
    ['auditor', '{ alerts { edges { cursor } } }'],
    ['admin', '{ submissions { edges { cursor } } }'],
    ['evaluator', '{ returns { edges { cursor } } }'],
    ['board', '{ submission(id: "x") { id } }'],
    ['board', '{ alert(id: "x") { id } }'],
  ] as const)('tells the role %s that it has nothing of this: %s', async (role, query) => {
    const { errors } = await ask(api, await api.bearer(role), query);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each([
    ['series', '{ series(metric: "no_such", area: "857") { breakdown } }', null],
    ['series', '{ series(metric: "n_requests", area: "Atlantis") { breakdown } }', null],
    ['metric', '{ metric(code: "no_such") { code } }', null],
    ['council', '{ council(code: "999") { name } }', null],
    ['reform', '{ reform(code: "no-such") { code } }', null],
    ['submission', '{ submission(id: "no id") { id } }', null],
    ['alert', '{ alert(id: "no id") { id } }', null],
    ['alerts', '{ alerts(council: "Atlantis") { edges { cursor } } }', { edges: [] }],
    ['seriesByMetric', '{ seriesByMetric(metric: "no_such") { breakdown } }', []],
  ])('answers what is not known with nothing: %s of %s', async (field, query, nothing) => {
    expect(await dataOf(api, analyst, query)).toEqual({ [field]: nothing });
  });

  it.each([
    ['a month as six digits', '{ returns(period: { month: "202409" }) { edges { cursor } } }'],
    [
      'a day that is none',
      '{ series(metric: "n_requests", area: "857", from: "2024-02-30") { breakdown } }',
    ],
    ['half a period', '{ returns(period: { timePeriod: "2024" }) { edges { cursor } } }'],
  ])('says what is wrong with %s', async (_what, query) => {
    const { errors } = await ask(api, analyst, query);
    expect(errors?.[0]?.extensions.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
  });

  it('has reported no bug by all this', () => {
    expect(api.reported).toEqual([]);
  });
});
