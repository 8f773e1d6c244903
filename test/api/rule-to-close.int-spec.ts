import 'reflect-metadata';
import { handlersFor } from '../../apps/worker/src/handlers.js';
import { dataOf, SUBMIT, type Submitted } from './ask.js';
import type { ProgrammeData } from '#persistence';
import { testService } from '../service/test-service.js';
import { apiOver, type RunningApi } from './running-api.js';

const CODE = 'children_waiting_in_rutland';
const RULE = {
  title: 'Children waiting in Rutland',
  condition: {
    ...{ kind: 'BACKLOG_BUILDING', outflow: 'plans_issued', months: 1, times: 2, clearTimes: 1.5 },
    ...{ running: 1, minimumWaiting: 10 },
  },
  metrics: ['plans_waiting_over_20_weeks'],
  scope: { councils: ['Rutland'] },
  ...{ forPeriods: 1, keepFiringFor: 1, severity: 'ACT' },
  recipients: [
    { audience: 'COUNCIL', afterWorkingDays: 0 },
    { audience: 'PARTNERSHIP', afterWorkingDays: 5 },
  ],
  escalation: [
    { audience: 'DFE', afterWorkingDays: 10, unless: 'PLANNED' },
    { audience: 'BOARD', afterWorkingDays: 15, unless: 'CLEARED' },
  ],
};
const ALERT = `state why openedAt resolvedAt acknowledgedBy rule { code version } steps { from to reason }
  followUp { planAgreedBy actions { what owner due state } closed { by evidence useful } }`;

/** The programme with one council in it, which joined lately: nothing is owed of the time before. */
function justRutland(programme: ProgrammeData): ProgrammeData {
  const { register } = programme;
  const rutland = register.councils.find(({ key }) => key === 'rutland')?.id;
  const memberships = register.memberships
    .filter(({ councilId }) => councilId === rutland)
    .map((one) => ({ ...one, from: '2024-10-01' }));
  return { ...programme, register: { ...register, memberships } };
}

describe('a rule, from being written to its alert being closed, by GraphQL alone', () => {
  let api: RunningApi;
  const who: Record<string, string> = {};
  beforeAll(async () => {
    api = await apiOver(await testService('2025-01-15T09:00:00Z', justRutland));
    who['officer'] = await api.bearer('council-submitter', 'rutland');
    who['approver'] = await api.bearer('council-approver', 'rutland');
    who['partnership'] = await api.bearer('partnership-lead', 'rutland');
    who['analyst'] = await api.bearer('dfe-analyst');
    who['board'] = await api.bearer('board');
  });
  afterAll(() => api.close());

  const asks = <Data>(name: string, query: string, variables: object = {}): Promise<Data> =>
    dataOf<Data>(api, who[name] ?? '', query, variables);
  /** Everything that the worker would do a minute later. */
  const work = async (): Promise<void> => {
    api.at.clock.set(new Date(api.at.clock.now().getTime() + 60_000));
    const handlers = handlersFor(api.at.service);
    for (const look of ['sweep', 'assessments', 'back-tests', 'notifications'] as const)
      await handlers[look]();
  };
  const passTo = async (moment: string): Promise<void> => {
    api.at.clock.set(new Date(moment));
    await work();
  };

  /** A council's figures of a month: sent by its officer, approved by its approver. */
  const report = async (month: string, waiting: number): Promise<void> => {
    const boxes = { n_plans: 6, n_waiting_20wk_1yr: waiting, n_waiting_1yr: 0 };
    const [year, name] = month.split(' ');
    const observations = Object.entries(boxes).map(([metric, value]) => ({
      ...{ metric, value: String(value) },
      period: { timePeriod: year, timeIdentifier: name },
    }));
    const input = { idempotencyKey: `journey ${month}`, observations };
    const { submitObservations } = await asks<Submitted>('officer', SUBMIT, { input });
    expect(submitObservations.submission).toMatchObject({ status: 'ACCEPTED', acceptedCount: 3 });
    const { id } = submitObservations.submission;
    const approve = `mutation ($id: ID!) { approveSubmission(id: $id) { ... on Submission { status } ... on Refused { code } } }`;
    expect(await asks('approver', approve, { id })).toEqual({
      approveSubmission: { status: 'APPROVED' },
    });
    await work();
  };

  type Found = { readonly id: string; readonly state: string };
  const alerts = async (name: string): Promise<readonly Found[]> => {
    const list = `{ alerts(rule: "${CODE}") { edges { node { id state } } } }`;
    type Listed = { readonly alerts: { readonly edges: readonly { readonly node: Found }[] } };
    return (await asks<Listed>(name, list)).alerts.edges.map(({ node }) => node);
  };
  const messages = async (name: string, of: string | null): Promise<readonly string[]> => {
    type Inbox = { messages: readonly { alertId: string | null; body: string }[] };
    const inbox = await asks<Inbox>(name, '{ messages { alertId subject body reason } }');
    return inbox.messages.filter(({ alertId }) => alertId === of).map(({ body }) => body);
  };

  it('is written, tried, switched on; its alert fires, is acknowledged, planned, told further up, clears and is closed', async () => {
    const save = `mutation ($input: SaveAlertRuleInput!) { saveAlertRule(input: $input) {
      ... on AlertRuleSaved { rule { code version draft sentence } warnings { message } } ... on AlertRuleRefused { faults { field fix } } ... on Refused { code } } }`;
    const { saveAlertRule } = await asks<{ saveAlertRule: { rule: { sentence: string } } }>(
      ...(['analyst', save, { input: RULE }] as const),
    );
    expect(saveAlertRule).toMatchObject({ rule: { code: CODE, version: 1, draft: true } });
    expect(saveAlertRule.rule.sentence).toContain(
      'If it is still open 15 working days after it fired, whatever was planned, the programme board is told too.',
    );

    await report('2024 October', 4);
    await report('2024 November', 5);
    const start = `mutation { backtestAlertRule(input: { code: "${CODE}", version: 1 }) { ... on BackTest { id status } ... on Refused { code } } }`;
    const begun = await asks<{ backtestAlertRule: { id: string } }>('analyst', start);
    await work();
    const read = `query ($id: ID!) { backTest(id: $id) { status result { fired firedCouncils } } }`;
    expect(await asks('analyst', read, { id: begun.backtestAlertRule.id })).toEqual({
      backTest: { status: 'DONE', result: { fired: 0, firedCouncils: 0 } },
    });
    const switchOn = `mutation { switchAlertRule(code: "${CODE}", version: 1, on: true, reason: "Agreed with the council.") { ... on AlertRule { draft enabled } ... on Refused { code } } }`;
    expect(await asks('analyst', switchOn)).toEqual({
      switchAlertRule: { draft: false, enabled: true },
    });
    await work();
    expect(await alerts('approver')).toEqual([]);

    await report('2024 December', 14);
    const [fired] = await alerts('approver');
    expect(fired).toMatchObject({ state: 'FIRING' });
    const id = fired?.id ?? '';
    const seen = async (name: string) =>
      (
        await asks<{ alert: Record<string, unknown> | null }>(
          name,
          `query ($id: ID!) { alert(id: $id) { ${ALERT} } }`,
          { id },
        )
      ).alert;
    expect(await seen('officer')).toMatchObject({
      ...{ openedAt: expect.stringMatching(/^2025-01-15T09:0/), rule: { code: CODE, version: 1 } },
      why: expect.stringContaining('14'),
      steps: [{ from: 'inactive', to: 'firing' }],
    });
    expect(await messages('approver', id)).toEqual(['One measure or return needs attention.']);
    expect(await messages('partnership', id)).toEqual([]);

    const deed = (name: string, mutation: string): Promise<Record<string, unknown>> =>
      asks(
        name,
        `mutation ($id: ID!) { ${mutation} { ... on Refused { code } ... on Alert { ${ALERT} } } }`,
        { id },
      );
    expect(await deed('approver', 'acknowledgeAlert(id: $id)')).toMatchObject({
      acknowledgeAlert: { state: 'FIRING', acknowledgedBy: expect.stringContaining('approver') },
    });
    const action = '{ what: "Bring in locums", owner: "SEND lead", due: "2025-01-31" }';
    await deed('approver', `planRecovery(id: $id, actions: [${action}])`);
    expect(await deed('approver', 'agreeRecovery(id: $id)')).toEqual({
      agreeRecovery: { code: 'NOT_ALLOWED' },
    });
    await deed('analyst', 'agreeRecovery(id: $id)');

    await passTo('2025-01-23T09:00:00Z');
    expect(await messages('partnership', id)).toEqual(['One measure or return needs attention.']);
    await passTo('2025-02-12T09:00:00Z');
    expect(await messages('analyst', id)).toEqual([]);
    expect(await messages('board', null)).toEqual([
      'One alert has been open for 15 working days. It is in the partnership East Midlands.',
    ]);
    await expect(seen('board')).rejects.toThrow('FORBIDDEN');

    await report('2025 January', 6);
    expect(await seen('approver')).toMatchObject({
      ...{ state: 'RESOLVED', resolvedAt: expect.stringMatching(/^2025-02-12T09:0/) },
      steps: [{ to: 'firing' }, { to: 'resolved' }],
      followUp: { actions: [{ what: 'Bring in locums', due: '2025-01-31', state: 'OPEN' }] },
    });
    expect(await messages('partnership', id)).toContain(
      'One alert that you were told about has cleared.',
    );
    const evidence = 'Six are waiting at the end of January, where fourteen were.';
    expect(
      await deed('analyst', `closeAlert(id: $id, evidence: "${evidence}", useful: true)`),
    ).toMatchObject({
      closeAlert: { state: 'RESOLVED', followUp: { closed: { evidence, useful: true } } },
    });
    expect(await api.at.broken()).toEqual([]);
    expect(api.reported).toEqual([]);
  });
});
