import fc from 'fast-check';
import { aRule } from '../rule-for-spec.js';
import { anyRule } from './rule-for-property-spec.js';
import { readRule } from './read-rule.js';
import { CONDITION_KINDS, firstCondition, parametersOf } from './rule-kinds.js';

const faultsOf = (more: object): readonly string[] => {
  const read = readRule({ ...aRule(), ...more });
  return read.ok ? [] : read.error.map(({ field }) => field);
};
const band = { kind: 'plan-band', untilBaseline: [], minimumCases: 60, confidence: 0.95 };

describe('reading a rule', () => {
  it('gives back every rule that was written', () => {
    fc.assert(
      fc.property(anyRule(), (rule) => {
        expect(readRule(JSON.parse(JSON.stringify(rule)))).toEqual({ ok: true, value: rule });
      }),
    );
  });

  it.each(CONDITION_KINDS)('takes every parameter of %s as it is first offered', (kind) => {
    expect(faultsOf({ condition: firstCondition(kind) })).toEqual([]);
  });

  it.each(CONDITION_KINDS)('names every parameter of %s that is missing', (kind) => {
    expect(faultsOf({ condition: { kind } })).toEqual(
      parametersOf(kind).map(([name]) => `condition.${name}`),
    );
  });

  it.each([
    ['code', { code: 'Plan band' }],
    ['version', { version: 0 }],
    ['title', { title: ' x ' }],
    ['enabled', { enabled: 'yes' }],
    ['condition.kind', { condition: { kind: 'below-target' } }],
    ['condition.minimumCases', { condition: { ...band, minimumCases: 1.5 } }],
    ['condition.confidence', { condition: { ...band, confidence: 95 } }],
    ['condition.untilBaseline', { condition: { ...band, untilBaseline: ['plans', 'plans'] } }],
    ['condition.floor', { condition: { ...band, floor: 3 } }],
    ['metrics', { metrics: 'plans_issued' }],
    ['forPeriods', { forPeriods: 0 }],
    ['keepFiringFor', { keepFiringFor: -1 }],
    ['severity', { severity: 'red' }],
    ['recipients', { recipients: [] }],
    ['recipients.0.audience', { recipients: [{ audience: 'board', afterWorkingDays: 0 }] }],
    ['recipients.0.afterWorkingDays', { recipients: [{ audience: 'dfe' }] }],
    [
      'recipients.1.audience',
      { recipients: [0, 5].map((afterWorkingDays) => ({ audience: 'dfe', afterWorkingDays })) },
    ],
    ['scope', { scope: null }],
    ['scope.from', { scope: { councils: [], partnerships: [], from: '2024-02-30', to: null } }],
    ['mute', { mute: 'weekends' }],
    ['repeatAfter', { repeatAfter: 0 }],
    ['escalation.0.unless', { escalation: [{ audience: 'board', afterWorkingDays: 5 }] }],
    ['schedule', { schedule: 'every Monday' }],
    ['schedule', { schedule: '0 9 * *' }],
    ['sentence', { sentence: 'Alerts nobody.' }],
  ])('names %s when it is wrong', (field, more) => {
    expect(faultsOf(more)).toEqual([field]);
  });

  it('says what to do, and why a number makes no sense', () => {
    const condition = { ...firstCondition('published-floor'), floor: 120 };
    expect(readRule({ ...aRule(), condition })).toEqual({
      ok: false,
      error: [
        {
          field: 'condition.floor',
          message: '“Floor” is too high: no percentage is above 100.',
          fix: 'Give a number from 0.1 to 100%.',
        },
      ],
    });
  });
});
