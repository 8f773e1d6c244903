import fc from 'fast-check';
import type { AlertCondition, AlertRule } from '../judgement-types.js';
import { RULE_NUMBERS } from './read-rule.js';
import type { NumberParameter, Parameter } from './parameter.js';
import { CONDITION_KINDS, parametersOf, ruleKind } from './rule-kinds.js';

const CODES = ['plans', 'reviews', 'waiting', 'requests'] as const;
const MONTH_NAMES = ['January', 'August', 'December'] as const;

const numberOf = ({ least, most, whole }: NumberParameter): fc.Arbitrary<number> =>
  whole
    ? fc.integer({ min: least, max: Math.min(most, 1_000) })
    : fc.integer({ min: Math.ceil(least * 10), max: Math.floor(most * 10) }).map((n) => n / 10);

function valueOf(parameter: Parameter): fc.Arbitrary<unknown> {
  const code = fc.constantFrom(...CODES);
  switch (parameter.type) {
    case 'number':
      return numberOf(parameter);
    case 'time':
      return fc.constantFrom('00:00', '09:30', '12:00', '17:00');
    case 'metric':
      return code;
    case 'metrics':
      return fc.uniqueArray(code);
    case 'amounts':
      return fc.dictionary(code, fc.integer({ min: 0, max: 50 }), { noNullPrototype: true });
    case 'months':
      return fc.dictionary(code, fc.uniqueArray(fc.constantFrom(...MONTH_NAMES)), {
        noNullPrototype: true,
      });
    case 'pairs':
      return fc.dictionary(code, code, { noNullPrototype: true });
  }
}

const conditionOf = (): fc.Arbitrary<AlertCondition> =>
  fc.constantFrom(...CONDITION_KINDS).chain((kind) => {
    const parameters = parametersOf(kind).map(
      ([name, parameter]) => [name, valueOf(parameter)] as const,
    );
    return fc
      .record(Object.fromEntries(parameters))
      .map((values) => ({ kind, ...values }) as AlertCondition);
  });

const days = numberOf(RULE_NUMBERS.afterWorkingDays);
const day = fc.constantFrom(null, '2024-09-01', '2025-04-01');

/** Any rule that can be read. */
export const anyRule = (): fc.Arbitrary<AlertRule> =>
  fc
    .record({
      code: fc.constant('a_rule'),
      version: fc.integer({ min: 1, max: 9 }),
      title: fc.constant('A rule'),
      enabled: fc.boolean(),
      condition: conditionOf(),
      metrics: fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1 }),
      forPeriods: numberOf(RULE_NUMBERS.forPeriods),
      keepFiringFor: numberOf(RULE_NUMBERS.keepFiringFor),
      severity: fc.constantFrom('act' as const, 'look' as const),
      recipients: fc.uniqueArray(
        fc.record({
          audience: fc.constantFrom('council' as const, 'partnership' as const, 'dfe' as const),
          afterWorkingDays: days,
        }),
        { minLength: 1, selector: ({ audience }) => audience },
      ),
      scope: fc.record({
        councils: fc.uniqueArray(fc.constantFrom('leeds', 'rutland')),
        partnerships: fc.uniqueArray(fc.constantFrom('east', 'west')),
        from: day,
        to: day,
      }),
      mute: fc.constantFrom('never' as const, 'school-holidays' as const),
      repeatAfter: fc.option(numberOf(RULE_NUMBERS.repeatAfter)),
      escalation: fc.array(
        fc.record({
          audience: fc.constantFrom('partnership' as const, 'dfe' as const, 'board' as const),
          afterWorkingDays: days,
          unless: fc.constantFrom('acknowledged' as const, 'planned' as const, 'cleared' as const),
        }),
        { maxLength: 3 },
      ),
      schedule: fc.constantFrom(null, '0 9 * * 1', '30 7 1 * *', '*/15 8-18 * 1,7 1-5'),
    })
    .map((rule) => ({
      ...rule,
      metrics: ruleKind(rule.condition.kind).takesMetrics ? rule.metrics : [],
    }));
