import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { BoxSum, DenominatorRule, Metric } from '../metrics/index.js';
import type { Observation } from '../observations/observation.js';
import { periodKey } from '../periods/index.js';
import type { Council } from '../register/index.js';
import {
  checkSubmission,
  type CheckedSubmission,
  type IntakeContext,
  type IntakeRow,
  type KnownFigure,
  type ValidationRule,
} from './index.js';

// A programme of its own, so that it is shown that no code knows the real one: a whole, a part of it, exceptions, a
// count since September, a measure of two boxes and one whose denominator is a difference.
const rules = (
  JSON.parse(
    readFileSync(
      new URL('../../../../programmes/send-ap/validation-rules.json', import.meta.url),
      'utf8',
    ),
  ) as readonly ValidationRule[]
).map((rule): ValidationRule => {
  if (rule.code === 'EXCEPTIONS_AND_IN_TIME')
    return { ...rule, params: { whole: 'whole', less: 'except', part: 'part' } };
  return rule.code === 'TIMES_ADD_UP'
    ? { ...rule, params: { first: 'part', second: 'late', whole: 'whole' } }
    : rule;
});

const metric = (code: string, more: Partial<Metric> = {}): Metric => ({
  code,
  type: 'box',
  major: 1,
  minor: 0,
  validFrom: '2019-01-01',
  validTo: null,
  title: `The ${code}`,
  unit: 'count',
  decimals: 0,
  basis: 'flow',
  direction: 'none',
  adds: { areas: 'sum', time: 'sum' },
  askedOf: 'all',
  theme: '',
  why: '',
  readBy: '',
  numeratorWords: '',
  denominatorWords: 'below the line',
  traps: '',
  balancedBy: [],
  prePublication: false,
  numerator: null,
  denominator: { kind: 'none' },
  breakdown: null,
  source: null,
  loaded: true,
  ...more,
});
const sum = (plus: readonly string[], minus: readonly string[] = []): BoxSum => ({ plus, minus });
const rate = (code: string, above: string, below: DenominatorRule): Metric =>
  metric(code, { type: 'measure', unit: 'percent', numerator: sum([above]), denominator: below });

const council = (id: number, key: string, code: string): Council => ({
  id,
  key,
  name: key,
  regionCode: 'r',
  type: 't',
  codes: [{ kind: 'ons', code, validFrom: null, validTo: null }],
  names: [],
  successors: [],
  endedOn: null,
});

export const PAIRS = [
  { part: 'part', whole: 'whole' },
  { part: 'except', whole: 'whole' },
  { part: 'late', whole: 'whole' },
];

function contextWith(standing: readonly KnownFigure[]): IntakeContext {
  const known = new Map(
    standing.map((f) => [`${f.councilId} ${f.metric} ${f.period} ${f.breakdown}`, f]),
  );
  return {
    source: 'return',
    receivedBefore: null,
    expectedPeriod: null,
    publishedFigure: () => null,
    isOpened: () => false,
    today: '2024-10-10',
    holidays: new Set(),
    rules,
    metrics: [
      ...['whole', 'part', 'except', 'late', 'other'].map((code) => metric(code)),
      metric('since', { basis: 'cumulative-academic' }),
      metric('money', { unit: 'pounds', decimals: 2 }),
      rate('share', 'late', { kind: 'sum', sum: sum(['whole']) }),
      rate('in_time', 'part', { kind: 'sum', sum: sum(['whole'], ['except']) }),
    ],
    register: {
      programmeId: 1,
      programmeCode: 'p',
      programmeName: 'P',
      regions: [],
      councils: [council(1, 'One', 'E06000001'), council(2, 'Two', 'E06000002')],
      partnerships: [],
      participations: [],
      memberships: [1, 2].map((councilId) => ({ councilId, from: '2023-01-01', to: null })),
    },
    returnDefinition: {
      code: 'm',
      themes: [],
      due: { workingDays: 10, at: '17:00' },
      approvalWorkingDays: 5,
      revisionMonths: 12,
      pairs: PAIRS,
      counting: [],
    },
    mayWrite: [1],
    defaultCouncil: 'E06000001',
    known: (councilId, code, period, breakdown) =>
      known.get(`${councilId} ${code} ${period} ${breakdown}`),
  };
}

const COLUMNS = [
  'council',
  'period',
  'measure',
  'value',
  'numerator',
  'denominator',
  'state',
  'comment',
  'reason',
  'reason_text',
];
export const check = (rows: readonly IntakeRow[], standing: readonly KnownFigure[] = []) =>
  checkSubmission({ columns: COLUMNS, rows }, contextWith(standing));

export const standingOf = (o: Observation): KnownFigure => ({ ...o, period: periodKey(o.period) });
export const keyOf = (f: {
  councilId: number | null;
  metric: string | null;
  period: string | null;
}) => `${f.councilId} ${f.metric} ${f.period}`;

/** What stands after a submission. */
export function after(standing: readonly KnownFigure[], checked: CheckedSubmission): KnownFigure[] {
  const all = new Map(standing.map((figure) => [keyOf(figure), figure]));
  for (const figure of (checked.accepted ?? []).map(standingOf)) all.set(keyOf(figure), figure);
  return [...all.values()];
}

export const MONTHS = ['2024-08', '2024-09'];
const number = fc.integer({ min: 0, max: 6 }).map(String);
const cell = fc.record({
  council: fc.constantFrom('', '', 'One', 'E06000001', 'Two', 'Nowhere'),
  period: fc.constantFrom(...MONTHS, ...MONTHS, ...MONTHS, '2024-10', '202409'),
  measure: fc.constantFrom('whole', 'part', 'except', 'late', 'since', 'money', 'nothing'),
  value: fc.oneof(
    { weight: 5, arbitrary: number },
    fc.constantFrom('', '<5', '75%', 'six', '-1', '1.5', '1,204', 'missing', 'x', '3/9/2024'),
  ),
  comment: fc.constantFrom('', 'Late records came in', 'one boy aged 9 at Oak School'),
  reason: fc.constantFrom('', 'ERROR', 'LATE_RECORD'),
});
const rate_ = fc.record({
  period: fc.constantFrom(...MONTHS),
  measure: fc.constantFrom('share', 'in_time'),
  numerator: number,
  denominator: number,
});
const rowsOf = (
  all: readonly Partial<Record<(typeof COLUMNS)[number], string>>[],
): readonly IntakeRow[] =>
  all.map((one, index) => ({
    row: index + 2,
    cells: COLUMNS.map((name) =>
      name === 'reason_text' ? (one['reason'] ? 'counted again' : '') : (one[name] ?? ''),
    ),
  }));
export const submission = fc
  .array(fc.oneof({ weight: 4, arbitrary: cell }, rate_), { minLength: 1, maxLength: 14 })
  .map(rowsOf);
export const eachOnce = fc
  .uniqueArray(cell, { selector: ({ period, measure }) => `${period} ${measure}`, maxLength: 14 })
  .map((cells) => rowsOf(cells.map((one) => ({ ...one, council: '' }))));
/** What an earlier, clean submission left standing. */
export const before = fc
  .array(
    fc.record({
      period: fc.constantFrom('2024-07', ...MONTHS),
      measure: fc.constantFrom('whole', 'part', 'except', 'late', 'since'),
      value: number,
    }),
    { maxLength: 10 },
  )
  .map((cells) => after([], check(rowsOf(cells))));
