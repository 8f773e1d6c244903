import type { AlertCondition, AlertRule } from '../judgement-types.js';
import { aRule } from '../rule-for-spec.js';
import { ruleFaults, type RuleFacts } from './rule-faults.js';
import type { RuleMetric } from './rule-kind.js';
import { firstCondition } from './rule-kinds.js';

const metric = (code: string, more: Partial<RuleMetric> = {}): RuleMetric => ({
  ...{ code, title: code, type: 'measure', unit: 'percent', basis: 'flow', direction: 'up' },
  ...{ balancedBy: [], denominator: { kind: 'none' }, validTo: null },
  ...more,
});
const council = (id: number, key: string, endedOn: string | null = null) => ({
  ...{
    id,
    key,
    name: key,
    regionCode: '',
    type: '',
    codes: [],
    names: [],
    successors: [],
    endedOn,
  },
});
const facts = (more: Partial<RuleFacts> = {}): RuleFacts => ({
  register: {
    ...{ programmeId: 1, programmeCode: 'p', programmeName: 'p', regions: [], participations: [] },
    councils: [
      council(1, 'leeds'),
      council(2, 'rutland'),
      council(3, 'old', '2023-04-01'),
      council(4, 'york'),
    ],
    partnerships: [
      { code: 'north', name: 'North', regionCode: '', members: [{ councilId: 1, role: 'lead' }] },
    ],
    memberships: [1, 2, 3].map((councilId) => ({ councilId, from: '2023-01-01', to: null })),
  },
  metrics: [
    metric('plans_within_20_weeks'),
    metric('yearly', { type: 'published' }),
    metric('yearly_count', { type: 'published', unit: 'count' }),
    metric('refused', { direction: 'none' }),
    metric('waiting', { unit: 'count', basis: 'stock', direction: 'down' }),
    metric('issued', { unit: 'count', direction: 'none' }),
    metric('gone', { validTo: '2024-01-01' }),
    metric('box', { type: 'box' }),
    metric('inspection', { type: 'published', unit: 'category' }),
    metric('spend', { unit: 'pounds' }),
    metric('balanced', { balancedBy: [{ metric: 'refused', adverse: 'up' }] }),
  ],
  ...{ today: '2025-01-15', others: [], mostCases: new Map() },
  withFigures: new Set([
    'plans_within_20_weeks',
    'yearly',
    'waiting',
    'spend',
    'refused',
    'balanced',
  ]),
  withPlan: new Set(['plans_within_20_weeks', 'spend']),
  ...more,
});
const scope = (more: Partial<AlertRule['scope']>): AlertRule['scope'] => ({
  ...{ councils: [], partnerships: [], from: null, to: null, ...more },
});
const faultsOf = (more: Partial<AlertRule>): readonly string[] =>
  ruleFaults(aRule(more), facts()).faults.map(({ field }) => field);
const warningsOf = (more: Partial<AlertRule>, of: Partial<RuleFacts> = {}): readonly string[] => {
  const checked = ruleFaults(aRule(more), facts(of));
  expect(checked.faults).toEqual([]);
  return checked.warnings.map(({ field }) => field);
};
const of = <K extends AlertCondition['kind']>(kind: K, more: object = {}): AlertCondition => ({
  ...firstCondition(kind),
  ...more,
});
const backlog = (more: object = {}) => of('backlog-building', { outflow: 'issued', ...more });

describe('a rule against its programme', () => {
  it.each<[string, Partial<AlertRule>, string[]]>([
    ['a metric that does not exist', { metrics: ['nowhere'] }, ['metrics']],
    ['a metric that has ended', { metrics: ['gone'] }, ['metrics']],
    ['no metric where one is needed', { metrics: [] }, ['metrics']],
    ['a number of the return', { metrics: ['box'] }, ['metrics']],
    ['a metric where none is judged', { condition: of('return-missing') }, ['metrics']],
    ['a plan for what has no number', { metrics: ['inspection'] }, ['metrics']],
    [
      'the trajectory of a yearly figure',
      { condition: of('off-trajectory'), metrics: ['yearly'] },
      ['metrics'],
    ],
    [
      'a trajectory without a better way',
      { condition: of('getting-worse'), metrics: ['refused'] },
      ['metrics'],
    ],
    [
      'the target of a yearly figure',
      { condition: of('target-unlikely'), metrics: ['yearly'] },
      ['metrics'],
    ],
    ['a floor for months', { condition: of('published-floor') }, ['metrics']],
    [
      'a floor for a count',
      { condition: of('published-floor'), metrics: ['yearly_count'] },
      ['metrics'],
    ],
    ['a backlog of what is no stock', { condition: backlog() }, ['metrics']],
    ['a gain with nothing beside it', { condition: of('gain-with-side-effect') }, ['metrics']],
    [
      'a funnel of a bare count',
      { condition: of('unlike-the-others'), metrics: ['issued'] },
      ['metrics'],
    ],
    [
      'an outflow that does not exist',
      { condition: backlog({ outflow: 'nothing' }), metrics: ['waiting'] },
      ['condition.outflow'],
    ],
    [
      'a parameter for what it does not judge',
      { condition: of('plan-band', { untilBaseline: ['waiting'] }) },
      ['condition.untilBaseline'],
    ],
    [
      'a floor that clears below itself',
      { condition: of('published-floor', { floor: 60, clearAt: 50 }), metrics: ['yearly'] },
      ['condition.clearAt'],
    ],
    [
      'a probability that clears below itself',
      { condition: of('target-unlikely', { below: 10, clearAt: 5 }) },
      ['condition.clearAt'],
    ],
    [
      'a backlog that clears above itself',
      { condition: backlog({ times: 2, clearTimes: 3 }), metrics: ['waiting'] },
      ['condition.clearTimes'],
    ],
    ['cases where nothing is counted', { metrics: ['spend'] }, ['condition.minimumCases']],
    [
      'a council that is not known',
      { scope: scope({ councils: ['nowhere'] }) },
      ['scope.councils'],
    ],
    ['a council that ended', { scope: scope({ councils: ['old'] }) }, ['scope.councils']],
    [
      'a council outside the programme',
      { scope: scope({ councils: ['york'] }) },
      ['scope.councils'],
    ],
    [
      'a partnership that is not known',
      { scope: scope({ partnerships: ['x'] }) },
      ['scope.partnerships'],
    ],
    [
      'councils outside the partnerships',
      { scope: scope({ councils: ['rutland'], partnerships: ['north'] }) },
      ['scope.councils'],
    ],
    [
      'an end before the start',
      { scope: scope({ from: '2025-01-01', to: '2025-01-01' }) },
      ['scope.to'],
    ],
  ])('is refused for %s', (_what, more, fields) => {
    expect(faultsOf(more)).toEqual(fields);
  });

  it.each<[string, Partial<AlertRule>]>([
    ['a measure with a plan', {}],
    ['a floor of a yearly percentage', { condition: of('published-floor'), metrics: ['yearly'] }],
    ['a backlog', { condition: backlog(), metrics: ['waiting'] }],
    [
      'a gain with a balancing measure',
      { condition: of('gain-with-side-effect'), metrics: ['balanced'] },
    ],
    ['a funnel of a percentage', { condition: of('unlike-the-others'), metrics: ['refused'] }],
    ['returns', { condition: of('return-missing'), metrics: [] }],
    [
      'no minimum where nothing is counted',
      { condition: of('plan-band', { minimumCases: 0 }), metrics: ['spend'] },
    ],
    ['one partnership', { scope: scope({ partnerships: ['north'] }) }],
  ])('is taken without a warning for %s', (_what, more) => {
    expect(warningsOf(more)).toEqual([]);
  });

  it.each<[string, Partial<AlertRule>, Partial<RuleFacts>, string]>([
    ['a metric without a figure', {}, { withFigures: new Set() }, 'metrics'],
    ['no plan', {}, { withPlan: new Set() }, 'metrics'],
    [
      'more cases than anybody has had',
      {},
      { mostCases: new Map([['plans_within_20_weeks', 59]]) },
      'condition.minimumCases',
    ],
    [
      'escalation before the first message',
      {
        recipients: [{ audience: 'dfe', afterWorkingDays: 5 }],
        escalation: [{ audience: 'board', afterWorkingDays: 4, unless: 'planned' }],
      },
      {},
      'escalation.0.afterWorkingDays',
    ],
    ['a rule that is there', {}, { others: [aRule({ code: 'other' })] }, 'title'],
    [
      'a partnership where a council has none',
      { recipients: [{ audience: 'partnership', afterWorkingDays: 0 }] },
      {},
      'recipients',
    ],
  ])('is worth a second look for %s', (_what, more, known, field) => {
    expect(warningsOf(more, known)).toEqual([field]);
  });

  it('does not repeat a rule that is off', () => {
    expect(warningsOf({}, { others: [aRule({ code: 'other', enabled: false })] })).toEqual([]);
  });
});
