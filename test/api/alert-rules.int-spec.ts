import 'reflect-metadata';
import { dataOf } from './ask.js';
import { runningApi, type RunningApi } from './running-api.js';

const SAVED = `... on Refused { code } ... on AlertRuleRefused { faults { field fix } }
  ... on AlertRuleSaved { warnings { field } rule { code version draft sentence savedBy } }`;
const RULE = {
  title: 'Refusals unlike others',
  condition: {
    kind: 'UNLIKE_THE_OTHERS',
    minimumCases: 40,
    partOf: [{ metric: 'requests_withdrawn', whole: 'requests_received' }],
  },
  metrics: ['requests_refused', 'requests_withdrawn'],
  scope: { councils: ['Leeds', 'E06000017'], from: '2024-09-01' },
  ...{ forPeriods: 1, keepFiringFor: 1, severity: 'LOOK' },
  recipients: [{ audience: 'DFE', afterWorkingDays: 3 }],
  escalation: [{ audience: 'BOARD', afterWorkingDays: 10, unless: 'PLANNED' }],
};

describe('alert rules by GraphQL', () => {
  let api: RunningApi;
  let analyst: string;
  let lead: string;
  beforeAll(async () => {
    api = await runningApi();
    analyst = await api.bearer('dfe-analyst');
    lead = await api.bearer('council-approver', 'rutland');
  });
  afterAll(() => api.close());

  const save = async (input: object, who = analyst) =>
    (
      await dataOf<{ saveAlertRule: object }>(
        api,
        who,
        `mutation ($input: SaveAlertRuleInput!) { saveAlertRule(input: $input) { ${SAVED} } }`,
        { input },
      )
    ).saveAlertRule;
  const ask = (who: string, query: string) => dataOf<Record<string, unknown>>(api, who, query);

  it('are saved as drafts, read back as they were sent, and switched on', async () => {
    const code = 'refusals_unlike_others';
    expect(await save(RULE)).toMatchObject({
      rule: { code, version: 1, draft: true, savedBy: 'dfe-analyst, spec' },
      warnings: [{ field: 'metrics' }],
    });
    const whole = `{ alertRule(code: "${code}") { title severity draft enabled mute repeatAfter schedule
      condition { kind minimumCases floor partOf { metric whole } } metrics { code }
      scope { councils { name } partnerships { code } from to } recipients { audience afterWorkingDays }
      escalation { audience afterWorkingDays unless } versions { version draft savedBy } } }`;
    expect((await ask(analyst, whole))['alertRule']).toEqual({
      ...{ title: RULE.title, severity: 'LOOK', draft: true, enabled: true, mute: 'NEVER' },
      ...{ repeatAfter: null, schedule: null, condition: { ...RULE.condition, floor: null } },
      metrics: RULE.metrics.map((metric) => ({ code: metric })),
      scope: {
        councils: [{ name: 'Leeds' }, { name: 'Rutland' }],
        ...{ partnerships: [], from: '2024-09-01', to: null },
      },
      recipients: RULE.recipients,
      escalation: RULE.escalation,
      versions: [{ version: 1, draft: true, savedBy: 'dfe-analyst, spec' }],
    });
    const list = '{ alertRules { code } }';
    const codes = async (who: string) =>
      ((await ask(who, list))['alertRules'] as { code: string }[]).map((one) => one.code);
    expect(await codes(lead)).toHaveLength(11);
    expect(await codes(analyst)).not.toContain(code);
    const switched = await ask(
      analyst,
      `mutation { switchAlertRule(code: "${code}", version: 1, on: true, reason: "Agreed with the councils.") { ... on AlertRule { draft enabled } } }`,
    );
    expect(switched).toEqual({ switchAlertRule: { draft: false, enabled: true } });
    expect(await codes(lead)).toContain(code);
  });

  it('name the field of every fault, and refuse whoever is no analyst', async () => {
    const condition = { kind: 'PUBLISHED_FLOOR', floor: 120, clearAt: 60, confidence: 0.95 };
    expect(await save({ ...RULE, condition, recipients: [] })).toMatchObject({
      faults: [
        { field: 'condition.floor', fix: 'Give a number from 0.1 to 100%.' },
        { field: 'condition.minimumDenominator' },
        { field: 'recipients' },
      ],
    });
    expect(await save(RULE, lead)).toEqual({ code: 'NOT_ALLOWED' });
    expect(await save({ ...RULE, code: 'return_missing', baseVersion: 1 })).toMatchObject({
      faults: [{ field: 'condition.kind' }],
    });
  });

  it('say of each rule what it will do, in its own sentence', async () => {
    const { alertRule } = (await ask(
      lead,
      '{ alertRule(code: "return_missing", version: 1) { sentence savedBy condition { kind graceWorkingDays at } } }',
    )) as { alertRule: { sentence: string } };
    expect(alertRule).toMatchObject({
      savedBy: null,
      condition: { kind: 'RETURN_MISSING', graceWorkingDays: 3, at: '17:00' },
    });
    expect(alertRule.sentence).toContain('by 5 pm on the 3rd working day after it was due');
    expect(await ask(lead, '{ alertRule(code: "nothing") { code } }')).toEqual({ alertRule: null });
  });
});
