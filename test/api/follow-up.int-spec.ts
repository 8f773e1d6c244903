import 'reflect-metadata';
import { periodFromKey } from '#domain/periods';
import { dataOf } from './ask.js';
import { runningApi, type RunningApi } from './running-api.js';

const PARTS = `... on Refused { code } ... on Alert { state followUp {
  comments { by text } assigned { side who } planAgreedBy planChangedSince planOverdueSince
  actions { number what owner due state note redated { from to reason } }
  closed { by evidence useful because reviewOn } } }`;

describe('the life of an alert by GraphQL', () => {
  let api: RunningApi;
  let lead: string;
  let analyst: string;
  beforeAll(async () => {
    api = await runningApi();
    lead = await api.bearer('council-approver', 'rutland');
    analyst = await api.bearer('dfe-analyst');
  });
  afterAll(() => api.close());

  const judge = async (): Promise<void> => {
    const { sweepSchedules, judgeSeries, sendNotifications } = api.at.service;
    await sweepSchedules.run();
    await judgeSeries.run();
    await sendNotifications.run();
  };
  const deed = async (who: string, name: string, args: string, id: string) =>
    (
      await dataOf<Record<string, object>>(
        api,
        who,
        `mutation ($id: ID!) { ${name}(id: $id${args}) { ${PARTS} } }`,
        { id },
      )
    )[name];

  it('is acknowledged, commented on, assigned, planned, closed and reopened', async () => {
    await judge();
    const list = `{ alerts(council: "Rutland", open: true, first: 1) { edges { node { id period { timePeriod timeIdentifier } followUp { planAgreedBy } } } } }`;
    type Listed = { alerts: { edges: { node: { id: string; followUp: null } }[] } };
    const { alerts } = await dataOf<Listed>(api, lead, list);
    const id = alerts.edges[0]?.node.id ?? '';
    expect(alerts.edges[0]?.node.followUp).toBeNull();
    const acknowledge = `mutation ($id: ID!) { acknowledgeAlert(id: $id) { ... on Alert { acknowledgedBy } } }`;
    await dataOf(api, lead, acknowledge, { id });
    expect(
      await deed(lead, 'commentOnAlert', ', text: "The extract failed twice."', id),
    ).toMatchObject({
      state: 'FIRING',
      followUp: { comments: [{ text: 'The extract failed twice.' }] },
    });
    expect(
      await deed(lead, 'commentOnAlert', ', text: "Child B, aged 9, waits for a place."', id),
    ).toEqual({ code: 'WORDS_ABOUT_A_PERSON' });
    expect(
      await deed(lead, 'assignAlert', ', side: COUNCIL, who: "Data officer"', id),
    ).toMatchObject({ followUp: { assigned: { side: 'COUNCIL', who: 'Data officer' } } });
    expect(await deed(lead, 'planRecovery', ', actions: []', id)).toEqual({ code: 'NO_PLAN' });
    const plan = `, actions: [
      { what: "Mend the extract", owner: "Data officer", due: "2025-01-20" },
      { what: "Send the return by hand", owner: "SEND lead", due: "2025-01-22" }]`;
    expect(await deed(lead, 'planRecovery', plan, id)).toMatchObject({
      followUp: {
        actions: [
          { number: 3, state: 'OPEN' },
          { number: 4, due: '2025-01-22' },
        ],
      },
    });
    expect(await deed(lead, 'agreeRecovery', '', id)).toEqual({ code: 'NOT_ALLOWED' });
    expect(await deed(analyst, 'agreeRecovery', '', id)).toMatchObject({
      followUp: { planAgreedBy: expect.stringContaining('dfe-analyst'), planChangedSince: false },
    });
    const change = (number: number, what: string) =>
      deed(lead, 'changeRecoveryAction', `, action: ${number}, ${what}`, id);
    expect(await change(3, 'change: REDATE, words: "It needs a week more."')).toEqual({
      code: 'ACTION_DAY_WRONG',
    });
    await change(3, 'change: REDATE, due: "2025-01-27", words: "It needs a week more."');
    await change(3, 'change: DROP, words: "A new system comes in May."');
    expect(await change(4, 'change: DONE, words: "The return was typed in."')).toMatchObject({
      followUp: {
        planChangedSince: true,
        actions: [
          {
            ...{ state: 'DROPPED', due: '2025-01-27', note: 'A new system comes in May.' },
            redated: [{ from: '2025-01-20', to: '2025-01-27', reason: 'It needs a week more.' }],
          },
          { state: 'DONE' },
        ],
      },
    });
    const close = `, evidence: "The return has come.", useful: false`;
    expect(await deed(lead, 'closeAlert', `${close}, because: KNOWN_ALREADY`, id)).toEqual({
      code: 'ALERT_NOT_CLEARED',
    });
    api.at.clock.set(new Date('2025-01-15T10:00:00Z'));
    await answerReturnOf(id);
    await judge();
    expect(await deed(lead, 'closeAlert', close, id)).toEqual({ code: 'GROUND_MISSING' });
    expect(await deed(lead, 'closeAlert', `${close}, because: KNOWN_ALREADY`, id)).toMatchObject({
      state: 'RESOLVED',
      followUp: { closed: { useful: false, because: 'KNOWN_ALREADY', reviewOn: null } },
    });
    expect(await deed(lead, 'commentOnAlert', ', text: "One thing more."', id)).toEqual({
      code: 'ALERT_CLOSED',
    });
    const quality = `{ alertQuality { from to rules { rule notUseful series falseAlarmsPerSeriesYear hoursToAcknowledge } } }`;
    expect(await dataOf(api, lead, quality)).toEqual({ alertQuality: null });
    expect(await dataOf(api, analyst, quality)).toMatchObject({
      alertQuality: {
        rules: expect.arrayContaining([
          expect.objectContaining({
            ...{ rule: 'return_missing', notUseful: 1, series: 32 },
            falseAlarmsPerSeriesYear: 1 / 32,
          }),
        ]),
      },
    });
    expect(
      await deed(analyst, 'reopenAlert', ', reason: "It came without figures."', id),
    ).toMatchObject({ state: 'RESOLVED', followUp: { closed: null } });
    expect(await api.at.broken()).toEqual([]);
    expect(api.reported).toEqual([]);
  });

  it('lists by the api, too, what was acknowledged and has no plan', async () => {
    const id = (await firstOpen()).id;
    await dataOf(api, lead, `mutation ($id: ID!) { acknowledgeAlert(id: $id) { __typename } }`, {
      id,
    });
    const overdue = `{ alerts(planOverdue: true) { edges { node { id } } } }`;
    expect(await dataOf(api, lead, overdue)).toEqual({ alerts: { edges: [] } });
    api.at.clock.set(new Date('2025-01-30T09:00:00Z'));
    expect(await dataOf(api, lead, overdue)).toEqual({ alerts: { edges: [{ node: { id } }] } });
  });

  type Node = { readonly id: string };
  const firstOpen = async (): Promise<Node> => {
    const list = `{ alerts(council: "Rutland", open: true, first: 1) { edges { node { id } } } }`;
    const { alerts } = await dataOf<{ alerts: { edges: { node: Node }[] } }>(api, lead, list);
    return alerts.edges[0]?.node ?? { id: '' };
  };

  /** The council says that there was nothing to report for the month of an alert. */
  const answerReturnOf = async (id: string): Promise<void> => {
    const reader = await api.at.reader('council-submitter', 'rutland');
    const story = await api.at.service.readAlerts.one(reader, id);
    const period = story && periodFromKey(story.alert.period);
    if (!story || !period) throw new Error('no such alert');
    const answered = await api.at.service.answerReturn.run({
      ...{ reader, councilId: story.alert.councilId, period, kind: 'nil' as const },
      ...{ text: 'There was nothing to report.', expectedOn: null },
    });
    expect(answered.ok).toBe(true);
  };
});
