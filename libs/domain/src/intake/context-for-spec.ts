import { readFileSync } from 'node:fs';
import type { Metric, ReturnDefinition } from '../metrics/index.js';
import { monthPeriod, monthsBefore, periodKey } from '../periods/index.js';
import type { Register } from '../register/index.js';
import {
  observationsToTable,
  type IntakeContext,
  type IntakeTable,
  type KnownFigure,
  type ValidationRule,
  type Workbook,
} from './index.js';

/** A row as a case of a rule writes it: the columns of the contract. */
export type SentRow = Readonly<Record<string, string>>;
/** A sheet as a case writes it: its cells as CSV without quotes. */
type SentSheet = {
  readonly name: string;
  readonly csv: string;
  readonly visibility?: 'hidden' | 'veryHidden';
  readonly hiddenRows?: readonly number[];
};
export type Case = {
  readonly send?: readonly SentRow[];
  readonly csv?: string;
  readonly workbook?: readonly SentSheet[];
  readonly pivotCaches?: number;
  readonly today?: string;
  readonly own?: string;
  readonly announcedLength?: number;
  readonly known?: readonly {
    metric: string;
    period: string;
    value?: string;
    state?: KnownFigure['state'];
  }[];
  /** Numbers of a box in the months up to August 2024, the newest last. */
  readonly past?: Readonly<Record<string, readonly number[]>>;
  readonly receivedBefore?: string;
  /** The month of the return page, `2024-09`. */
  readonly page?: string;
  readonly published?: readonly { metric: string; period: string; value: string }[];
  /** A measure or box whose first version ends on a day, with another from then on. */
  readonly ends?: { readonly metric: string; readonly on: string; readonly then: string };
  /** A closed month that DfE has opened for the council until the end of a day. */
  readonly opened?: { readonly month: string; readonly until: string };
  /** What the first finding of a failing case says, message and fix. */
  readonly says?: string;
};
type RuleWithCases = ValidationRule & {
  readonly cases: { readonly passes: readonly Case[]; readonly fails: readonly Case[] };
};

const read = <T>(name: string): T =>
  JSON.parse(
    readFileSync(new URL(`../../../../programmes/send-ap/${name}`, import.meta.url), 'utf8'),
  ) as T;

export const rules = read<readonly RuleWithCases[]>('validation-rules.json');
const returnDefinition = read<ReturnDefinition>('return.json');
const councils = read<Register['councils']>('councils.json');
const partnerships =
  read<readonly { members: readonly { council: string }[] }[]>('partnerships.json');
const idOf = (key: string): number => councils.find((council) => council.key === key)?.id ?? -1;

const unsaid = {
  major: 1,
  minor: 0,
  validFrom: '2019-01-01',
  validTo: null,
  prePublication: false,
  readBy: '',
  why: '',
  traps: '',
  source: null,
  balancedBy: [],
  numeratorWords: '',
  denominatorWords: '',
  numerator: null,
  denominator: { kind: 'none' },
  breakdown: null,
  loaded: true,
} as const;
const boxes = read<readonly (Metric & { label: string })[]>('metrics/boxes.json');
export const metrics: readonly Metric[] = [
  ...boxes.map((box) => ({ ...unsaid, ...box, type: 'box' as const, title: box.label })),
  ...(['measure', 'published'] as const).flatMap((type) =>
    read<readonly Metric[]>(`metrics/${type === 'measure' ? 'measures' : type}.json`).map(
      (metric) => ({ ...unsaid, ...metric, type }),
    ),
  ),
];

const tests = (reform: string) => ({
  councilId: idOf('rutland'),
  reform,
  version: 1,
  from: '2024-01-01',
});
/** All councils; the programme's own since January 2024; one reform that Rutland tests, one that was halted there. */
const register: Register = {
  programmeId: 1,
  programmeCode: 'p',
  programmeName: 'P',
  regions: [],
  councils,
  partnerships: [],
  participations: [
    { ...tests('three-tier-ap'), to: null, haltedReason: null },
    { ...tests('standard-template'), to: '2024-08-01', haltedReason: 'paused by ministers' },
  ],
  memberships: partnerships.flatMap(({ members }) =>
    members.map(({ council }) => ({ councilId: idOf(council), from: '2024-01-01', to: null })),
  ),
};

/** What the rules may look at in a case: Rutland's officer, on 10 October 2024, unless it says otherwise. */
export function contextFor(one: Case, more: Partial<IntakeContext> = {}): IntakeContext {
  const councilId = idOf(one.own ?? 'rutland');
  const known = new Map(
    [...(one.known ?? []), ...pastOf(one)].map(
      ({ metric, period, value = null, state = 'value' }): [string, KnownFigure] => [
        `${metric} ${period}`,
        {
          ...{ councilId, metric, period, value, state },
          ...{ breakdown: 'Total', numerator: null, denominator: null },
        },
      ],
    ),
  );
  const published = new Map(one.published?.map((p) => [`${p.metric} ${p.period}`, p.value]));
  const council = councils.find((c) => c.id === councilId);
  return {
    source: 'return',
    today: one.today ?? '2024-10-10',
    holidays: new Set(),
    register,
    metrics: metrics.flatMap((metric) => versionsOf(metric, one)),
    rules,
    returnDefinition,
    mayWrite: [councilId],
    defaultCouncil:
      council?.codes.find((c) => c.kind === 'ons' && c.validTo === null)?.code ?? null,
    receivedBefore: one.receivedBefore ?? null,
    expectedPeriod: one.page === undefined ? null : monthPeriod(one.page),
    isOpened: (_council, period) =>
      one.opened !== undefined &&
      period === keyOfMonth(one.opened.month) &&
      (one.today ?? '2024-10-10') <= one.opened.until,
    publishedFigure: (_council, metric, period) => published.get(`${metric} ${period}`) ?? null,
    known: (_council, metric, period) => known.get(`${metric} ${period}`),
    ...more,
  };
}

const keyOfMonth = (month: string): string | null => {
  const period = monthPeriod(month);
  return period && periodKey(period);
};

const versionsOf = (metric: Metric, { ends }: Case): readonly Metric[] =>
  ends?.metric === metric.code
    ? [
        { ...metric, validTo: ends.on },
        { ...metric, major: 2, validFrom: ends.on, numeratorWords: ends.then },
      ]
    : [metric];

const pastOf = ({ past = {} }: Case): NonNullable<Case['known']> =>
  Object.entries(past).flatMap(([metric, values]) =>
    values.map((value, index) => ({
      metric,
      period: periodKey(monthsBefore({ start: '2024-09-01' }, values.length - index)),
      value: String(value),
    })),
  );

/** The workbook of a case. */
export const workbookOf = (one: Case): Workbook => ({
  sheets: (one.workbook ?? []).map(({ name, csv, visibility, hiddenRows = [] }) => ({
    name,
    visibility: visibility ?? ('visible' as const),
    hiddenColumns: [],
    rows: csv
      .split('\n')
      .slice(0, -1)
      .map((line, index) => ({
        number: index + 1,
        hidden: hiddenRows.includes(index + 1),
        cells: line.split(',').map((text, column) => ({ column, text, kind: 'text' })),
      })),
  })),
  traces: {
    pivotCaches: one.pivotCaches ?? 0,
    externalLinks: 0,
    comments: 0,
    embeddedFiles: 0,
  },
  texts: [],
});

/** Rows as the API would send them; of September 2024 unless they say otherwise. */
export const tableOf = (sent: readonly SentRow[]): IntakeTable =>
  observationsToTable(
    sent.map(
      ({ measure = '', period, time_period, time_identifier, reason, reason_text, ...rest }) => ({
        ...rest,
        metric: measure,
        period:
          time_period !== undefined
            ? { timePeriod: time_period, timeIdentifier: time_identifier ?? '' }
            : { month: period ?? '2024-09' },
        reason: reason ? { kind: reason, text: reason_text ?? '' } : undefined,
      }),
    ),
  );
