import { readSchedule } from '../../calendar/index.js';
import { err, ok, type Result } from '../../result.js';
import { isDayWithin } from '../../periods/index.js';
import type { AlertCondition, AlertRule, RuleScope } from '../judgement-types.js';
import {
  faultOfNumber,
  faultOfValue,
  isListOf,
  isRecord,
  isText,
  type NumberParameter,
} from './parameter.js';
import { isConditionKind, parametersOf } from './rule-kinds.js';

/** What is wrong with a rule: at which field (`condition.floor`), what, and what to do. */
export type RuleFault = {
  readonly field: string;
  readonly message: string;
  readonly fix: string;
};

const number = (
  label: string,
  unit: string,
  [least, most, initial]: readonly [number, number, number],
): NumberParameter => ({ type: 'number', label, unit, least, most, whole: true, initial });

/** The numbers that every rule has. */
export const RULE_NUMBERS = {
  forPeriods: number('How long it must last', 'period', [1, 24, 1]),
  keepFiringFor: number('How long it must be clear', 'period', [0, 24, 2]),
  afterWorkingDays: number('Working days later', 'working day', [0, 250, 5]),
  repeatAfter: number('Told again every', 'working day', [1, 250, 5]),
} as const;

const AUDIENCES = ['council', 'partnership', 'dfe'] as const;
const ESCALATIONS = ['partnership', 'dfe', 'board'] as const;
const SPARED_BY = ['acknowledged', 'planned', 'cleared'] as const;
const [FIRST_DAY, LAST_DAY] = ['1990-01-01', '2099-12-31'];
const MOST_ESCALATIONS = 10;

type Collect = (field: string, message: string, fix: string) => void;

/**
 * Reads a rule from data of any origin: every field is checked for its type and bounds by the table of parameters, and
 * every fault names its field and says what to do. What a rule may not have is a fault, too. What it means for a
 * programme's metrics and councils is `ruleFaults`' business.
 */
export function readRule(value: unknown): Result<AlertRule, readonly RuleFault[]> {
  if (!isRecord(value))
    return err([{ field: 'rule', message: 'This is not a rule.', fix: 'Give an object.' }]);
  const faults: RuleFault[] = [];
  const collect: Collect = (field, message, fix) => void faults.push({ field, message, fix });
  const rule = {
    code: readCode(value['code'], collect),
    version: readNumber(number('Version', '', [1, 100_000, 1]), value, ['version', collect]),
    title: readTitle(value['title'], collect),
    enabled: oneOf([true, false], value['enabled'], ['enabled', collect]),
    condition: readCondition(value['condition'], collect),
    metrics: readCodes(value['metrics'], ['metrics', collect]),
    forPeriods: readNumber(RULE_NUMBERS.forPeriods, value, ['forPeriods', collect]),
    keepFiringFor: readNumber(RULE_NUMBERS.keepFiringFor, value, ['keepFiringFor', collect]),
    severity: oneOf(['act', 'look'], value['severity'], ['severity', collect]),
    recipients: readRecipients(value['recipients'], collect),
    scope: readScope(value['scope'], collect),
    mute: oneOf(['never', 'school-holidays'], value['mute'], ['mute', collect]),
    repeatAfter:
      value['repeatAfter'] === null
        ? null
        : readNumber(RULE_NUMBERS.repeatAfter, value, ['repeatAfter', collect]),
    escalation: readEscalation(value['escalation'], collect),
    schedule: readTimes(value['schedule'], collect),
  };
  refuseOthers(value, rule, ['', collect]);
  return faults.length > 0 ? err(faults) : ok(rule as AlertRule);
}

/** A fault is collected wherever something is null here, so that a rule without faults is whole. */
type At = readonly [field: string, collect: Collect];

function refuseOthers(value: object, known: object, [field, collect]: At): void {
  for (const name of Object.keys(value))
    if (!(name in known))
      collect(`${field}${name}`, `A rule has no “${name}” here.`, 'Leave it out.');
}

function readCode(value: unknown, collect: Collect): string | null {
  if (typeof value === 'string' && /^[a-z][a-z0-9_]{0,59}$/.test(value)) return value;
  collect('code', 'The code is wrong.', 'Give up to 60 small letters, digits and underscores.');
  return null;
}

function readTitle(value: unknown, collect: Collect): string | null {
  const title = typeof value === 'string' ? value.trim() : '';
  if (title.length >= 3 && title.length <= 80 && !/[\n\r]/.test(title)) return title;
  collect('title', 'The title is missing or too long.', 'Give a title of 3 to 80 characters.');
  return null;
}

function oneOf<T>(choices: readonly T[], value: unknown, [field, collect]: At): T | null {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  collect(field, 'Nothing was chosen.', `Choose one of: ${choices.join(', ')}.`);
  return null;
}

function readNumber(
  parameter: NumberParameter,
  of: Readonly<Record<string, unknown>>,
  [field, collect]: At,
): number | null {
  const value = of[field.split('.').at(-1) ?? ''];
  const fault = faultOfNumber(parameter, value);
  if (fault) collect(field, fault.message, fault.fix);
  return fault === null ? (value as number) : null;
}

function readCodes(value: unknown, [field, collect]: At): readonly string[] | null {
  if (isListOf(value, isText)) return value as readonly string[];
  collect(field, 'This is not a list of different codes.', 'Give each code once.');
  return null;
}

function readCondition(value: unknown, collect: Collect): AlertCondition | null {
  const kind = isRecord(value) ? value['kind'] : null;
  if (!isRecord(value) || !isConditionKind(kind)) {
    collect('condition.kind', 'The kind of rule is not known.', 'Choose one of the kinds.');
    return null;
  }
  const read: Record<string, unknown> = { kind };
  for (const [name, parameter] of parametersOf(kind)) {
    const fault = faultOfValue(parameter, value[name]);
    if (fault) collect(`condition.${name}`, fault.message, fault.fix);
    read[name] = value[name];
  }
  refuseOthers(value, read, ['condition.', collect]);
  return read as AlertCondition;
}

function readRecipients(value: unknown, collect: Collect): AlertRule['recipients'] | null {
  const faultsBefore: string[] = [];
  const told = Array.isArray(value) ? value : null;
  if (!told || told.length === 0 || told.length > AUDIENCES.length) {
    collect('recipients', 'Nobody would be told.', 'Choose who is told: each at most once.');
    return null;
  }
  const read = told.map((one: unknown, index) => {
    const at = `recipients.${index}`;
    const of = isRecord(one) ? one : {};
    const days = readNumber(RULE_NUMBERS.afterWorkingDays, of, [`${at}.afterWorkingDays`, collect]);
    const audience = oneOf(AUDIENCES, of['audience'], [`${at}.audience`, collect]);
    if (audience !== null && faultsBefore.includes(audience))
      collect(`${at}.audience`, 'Somebody is told twice.', 'Name each recipient once.');
    if (audience !== null) faultsBefore.push(audience);
    return { audience, afterWorkingDays: days };
  });
  return read as AlertRule['recipients'];
}

function readEscalation(value: unknown, collect: Collect): AlertRule['escalation'] | null {
  if (!Array.isArray(value) || value.length > MOST_ESCALATIONS) {
    collect('escalation', 'This is not a list of steps.', `Give at most ${MOST_ESCALATIONS}.`);
    return null;
  }
  const read = value.map((one: unknown, index) => {
    const at = `escalation.${index}`;
    const of = isRecord(one) ? one : {};
    return {
      audience: oneOf(ESCALATIONS, of['audience'], [`${at}.audience`, collect]),
      afterWorkingDays: readNumber(RULE_NUMBERS.afterWorkingDays, of, [
        `${at}.afterWorkingDays`,
        collect,
      ]),
      unless: oneOf(SPARED_BY, of['unless'], [`${at}.unless`, collect]),
    };
  });
  return read as AlertRule['escalation'];
}

function readScope(value: unknown, collect: Collect): RuleScope | null {
  if (!isRecord(value)) {
    collect('scope', 'What the rule looks at is missing.', 'Give a scope; an empty list is all.');
    return null;
  }
  const day = (name: 'from' | 'to'): string | null => {
    const given = value[name];
    if (given === null) return null;
    if (typeof given === 'string' && isDayWithin(given, FIRST_DAY, LAST_DAY)) return given;
    collect(`scope.${name}`, 'This is not a day.', 'Give a day such as 1 9 2024, or none.');
    return null;
  };
  const scope = {
    councils: readCodes(value['councils'], ['scope.councils', collect]) ?? [],
    partnerships: readCodes(value['partnerships'], ['scope.partnerships', collect]) ?? [],
    from: day('from'),
    to: day('to'),
  };
  refuseOthers(value, scope, ['scope.', collect]);
  return scope;
}

const MOST_OF_SCHEDULE = 80;

function readTimes(value: unknown, collect: Collect): string | null {
  if (value === null) return null;
  const text = typeof value === 'string' ? value.slice(0, MOST_OF_SCHEDULE) : '';
  const read = readSchedule(text);
  if (read.ok) return read.value;
  collect('schedule', 'The schedule cannot be used.', read.error);
  return null;
}
