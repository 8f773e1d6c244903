import { readFileSync } from 'node:fs';
import type { Metric, ReturnDefinition } from '../metrics/index.js';
import type { Register } from '../register/index.js';
import {
  observationsToTable,
  type IntakeContext,
  type IntakeTable,
  type KnownFigure,
  type ValidationRule,
} from './index.js';

/** A row as a case of a rule writes it: the columns of the contract. */
export type SentRow = Readonly<Record<string, string>>;
export type Case = {
  readonly send?: readonly SentRow[];
  readonly csv?: string;
  readonly today?: string;
  readonly own?: string;
  readonly announcedLength?: number;
  readonly known?: readonly { metric: string; period: string; value: string }[];
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
const metrics: readonly Metric[] = [
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
    (one.known ?? []).map((k): [string, KnownFigure] => [
      `${k.metric} ${k.period}`,
      { ...k, councilId, breakdown: 'Total', numerator: null, denominator: null, state: 'value' },
    ]),
  );
  const council = councils.find((c) => c.id === councilId);
  return {
    source: 'return',
    today: one.today ?? '2024-10-10',
    holidays: new Set(),
    register,
    metrics,
    rules,
    returnDefinition,
    mayWrite: [councilId],
    defaultCouncil:
      council?.codes.find((c) => c.kind === 'ons' && c.validTo === null)?.code ?? null,
    known: (_council, metric, period) => known.get(`${metric} ${period}`),
    ...more,
  };
}

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
