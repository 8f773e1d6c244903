import { readFileSync } from 'node:fs';
import type { Metric, ReturnDefinition } from '../metrics/index.js';
import type { Register } from '../register/index.js';
import {
  checkSubmission,
  observationsToTable,
  readCsv,
  scanForPersonalData,
  tableFindings,
  type Finding,
  type IntakeContext,
  type IntakeTable,
  type KnownFigure,
  type ValidationRule,
} from './index.js';

type Sent = Record<string, string>;
type Case = {
  send?: Sent[];
  csv?: string;
  today?: string;
  own?: string;
  announcedLength?: number;
  known?: { metric: string; period: string; value: string }[];
};
type RuleWithCases = ValidationRule & { cases: { passes: Case[]; fails: Case[] } };

const read = <T>(name: string): T =>
  JSON.parse(
    readFileSync(new URL(`../../../../programmes/send-ap/${name}`, import.meta.url), 'utf8'),
  ) as T;

const rules = read<RuleWithCases[]>('validation-rules.json');
const councils = read<Register['councils']>('councils.json');
const partnerships = read<
  {
    code: string;
    name: string;
    regionCode: string;
    members: { council: string; role: 'lead' }[];
  }[]
>('partnerships.json');
const idOf = (key: string): number => councils.find((council) => council.key === key)?.id ?? -1;
const none = {
  major: 1,
  minor: 0,
  validFrom: '2019-01-01',
  validTo: null,
  prePublication: false,
  readBy: '',
  why: '',
  source: null,
};
const boxes = read<
  {
    code: string;
    label: string;
    helpText: string;
    unit: 'count' | 'pounds';
    decimals: number;
    basis: Metric['basis'];
    askedOf: string;
    theme: string;
  }[]
>('metrics/boxes.json');
const metrics: Metric[] = [
  ...boxes.map((box) => ({
    ...none,
    ...box,
    type: 'box' as const,
    title: box.label,
    traps: box.helpText,
    direction: 'none' as const,
    adds: { areas: 'sum' as const, time: 'sum' as const },
    numeratorWords: '',
    denominatorWords: '',
    balancedBy: [],
    numerator: null,
    denominator: { kind: 'none' as const },
    breakdown: null,
  })),
  ...read<Metric[]>('metrics/measures.json').map((measure) => ({
    ...none,
    ...measure,
    type: 'measure' as const,
  })),
];
/** Rutland takes part in a reform, from before any case. */
const tests = (reform: string) => ({
  councilId: idOf('rutland'),
  reform,
  version: 1,
  from: '2024-01-01',
});
const register: Register = {
  programmeId: 1,
  programmeCode: 'p',
  programmeName: 'P',
  regions: [],
  councils,
  participations: [
    { ...tests('three-tier-ap'), to: null, haltedReason: null },
    { ...tests('standard-template'), to: '2024-08-01', haltedReason: 'paused by ministers' },
  ],
  partnerships: partnerships.map((p) => ({
    ...p,
    members: p.members.map((m) => ({ councilId: idOf(m.council), role: m.role })),
  })),
  memberships: partnerships.flatMap((p) =>
    p.members.map((m) => ({ councilId: idOf(m.council), from: '2024-01-01', to: null })),
  ),
};

function contextFor(one: Case): IntakeContext {
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
    returnDefinition: read<ReturnDefinition>('return.json'),
    mayWrite: [councilId],
    defaultCouncil:
      council?.codes.find((c) => c.kind === 'ons' && c.validTo === null)?.code ?? null,
    known: (_council, metric, period) => known.get(`${metric} ${period}`),
  };
}

const tableOf = (sent: Sent[]): IntakeTable =>
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

/** Everything that is said of a case, in the order in which the service would ask. */
function saidOf(one: Case): readonly Finding[] {
  const bytes = Buffer.from(one.csv ?? '');
  const table = one.send
    ? ({ ok: true, value: tableOf(one.send) } as const)
    : readCsv({ bytes, fileName: null, announcedLength: one.announcedLength ?? null }, rules);
  if (!table.ok) return table.error;
  const personal = scanForPersonalData(table.value, [], rules);
  if (personal.length > 0) return personal;
  const shape = tableFindings(table.value, rules, true);
  return shape.length > 0 ? shape : checkSubmission(table.value, contextFor(one)).findings;
}

const rows = (side: 'passes' | 'fails') =>
  rules.flatMap((rule) =>
    rule.cases[side].map((one, n): [string, number, Case] => [rule.code, n + 1, one]),
  );

describe('every validation rule, by the cases that stand beside it', () => {
  it.each(rows('passes'))('%s stays silent on its passing case %i', (code, _n, one) => {
    expect(saidOf(one).map((finding) => finding.code)).not.toContain(code);
  });

  it.each(rows('fails'))(
    '%s speaks, and no other blocking rule does, on its failing case %i',
    (code, _n, one) => {
      const said = saidOf(one);
      expect([...new Set(said.map((finding) => finding.code))]).toEqual([code]);
      expect(said[0]?.severity).toBe(rules.find((rule) => rule.code === code)?.severity);
      expect(`${said[0]?.message} ${said[0]?.fix}`).not.toMatch(/\{\w+\}/);
    },
  );
});
