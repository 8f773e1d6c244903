import type { Programme } from '#application/ports';
import { alwaysInForce } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import type { Council, Register } from '#domain/register';
import { SOME_RULES } from './some-rules.js';

const MEMBERS = [
  ...['Barnet', 'Bedford', 'Bradford', 'Brighton and Hove', 'Calderdale', 'Central Bedfordshire'],
  ...[
    'Camden',
    'East Sussex',
    'Enfield',
    'Gateshead',
    'Gloucestershire',
    'Hartlepool',
    'Islington',
  ],
  ...['Leeds', 'Leicester', 'Leicestershire', 'Luton', 'Manchester', 'Oldham', 'Portsmouth'],
  ...['Rochdale', 'Rutland', 'Shropshire', 'Stockton-on-Tees', 'Swindon', 'Telford and Wrekin'],
  ...['Trafford', 'Wakefield', 'Warrington', 'West Sussex', 'Wigan', 'Worcestershire'],
];
const OTHERS = ['Bournemouth, Christchurch and Poole', 'Kingston upon Hull, City of', 'York'];

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');

const councilAt = (name: string, index: number): Council => ({
  id: index + 1,
  key: keyOf(name),
  name,
  regionCode: 'E12000004',
  type: 'unitary authority',
  codes: [
    { kind: 'ons', code: `E06000${100 + index}`, validFrom: null, validTo: null },
    { kind: 'dfe', code: String(800 + index), validFrom: null, validTo: null },
  ],
  names: [{ name, validFrom: null, validTo: null }],
  successors: [],
  endedOn: null,
});

const councils = [...MEMBERS, ...OTHERS].map(councilAt);
const joined: string[] = [];

/** As many councils as England has. */
const EVERY_COUNCIL = 153;

/** Makes every council of England take part, as in a national rollout; for the rest of the process. */
export function joinEveryCouncil(): void {
  joined.push(...OTHERS);
  while (councils.length < EVERY_COUNCIL) {
    const name = `North ${councils.length + 1}shire`;
    councils.push(councilAt(name, councils.length));
    joined.push(name);
  }
}
const idOf = (name: string): number => councils.find((one) => one.name === name)?.id ?? 0;

export const aRegister = (): Register => ({
  programmeId: 1,
  programmeCode: 'a-programme',
  programmeName: 'A change programme',
  regions: [{ code: 'E12000004', name: 'East Midlands' }],
  councils,
  partnerships: [
    {
      code: 'east-midlands',
      name: 'East Midlands',
      regionCode: 'E12000004',
      members: [
        { councilId: idOf('Leicester'), role: 'joint-lead' },
        { councilId: idOf('Rutland'), role: 'joint-lead' },
      ],
    },
  ],
  memberships: [...MEMBERS, ...joined].map((name) => ({
    councilId: idOf(name),
    from: '2023-01-01',
    to: null,
  })),
  participations: [
    {
      councilId: idOf('Rutland'),
      reform: 'panels',
      version: 1,
      from: '2024-02-01',
      to: null,
      haltedReason: null,
    },
  ],
});

const plain: Metric = {
  code: '',
  type: 'box',
  major: 1,
  minor: 0,
  validFrom: '2023-01-01',
  validTo: null,
  title: '',
  unit: 'count',
  decimals: 0,
  basis: 'flow',
  direction: 'none',
  adds: { areas: 'sum', time: 'sum' },
  askedOf: 'all',
  theme: 'Plans',
  why: '',
  readBy: '',
  numeratorWords: '',
  denominatorWords: '',
  traps: '',
  balancedBy: [],
  prePublication: false,
  numerator: null,
  denominator: { kind: 'none' },
  breakdown: null,
  source: null,
  loaded: true,
};

/** A metric of a made-up programme; what is not said is plain. */
export const aMetric = (over: Partial<Metric>): Metric => ({ ...plain, ...over });

const BOXES: readonly (readonly [string, string, string])[] = [
  ['n_requests', 'Requests received', 'Requests and decisions'],
  ['n_decisions', 'Decisions to assess, or not, notified', 'Requests and decisions'],
  ['n_decisions_6wk', 'Of these, within 6 weeks', 'Requests and decisions'],
  ['n_plans', 'New plans issued', 'Plans'],
  ['n_exceptions', 'Of these, with a recorded exception', 'Plans'],
  ['n_plans_20wk', 'Plans without an exception issued within 20 weeks', 'Plans'],
  ['n_hn_spend_ytd', 'High-needs spending since 1 April', 'Spending'],
];

const someMetrics = (): readonly Metric[] => [
  ...BOXES.map(([code, title, theme]) =>
    aMetric({ code, title, theme, unit: code === 'n_hn_spend_ytd' ? 'pounds' : 'count' }),
  ),
  aMetric({
    code: 'requests_received',
    type: 'measure',
    title: 'Requests for an EHC needs assessment',
    theme: 'Requests and decisions',
    why: 'To see demand, so that a change in timeliness is not put down to a reform when more families asked.',
    readBy: 'Council leads and DfE analysts',
    numeratorWords: 'Requests received in the month, from anyone with the right to ask',
    prePublication: true,
    numerator: { plus: ['n_requests'], minus: [] },
  }),
  aMetric({
    code: 'plans_within_20_weeks',
    type: 'measure',
    title: 'New EHC plans issued within 20 weeks',
    unit: 'percent',
    decimals: 1,
    direction: 'up',
    adds: { areas: 'ratio', time: 'ratio' },
    why: 'The main legal deadline for families, and the programme’s lead outcome.',
    readBy: 'Everyone, ministers included',
    numeratorWords: 'Plans issued in the month within 20 weeks, where no exception applied',
    denominatorWords: 'Plans issued in the month where no exception applied',
    traps: 'Counts only plans issued: sitting on a backlog raises it, clearing one lowers it.',
    balancedBy: [{ metric: 'requests_received', adverse: 'up' }],
    prePublication: true,
    numerator: { plus: ['n_plans_20wk'], minus: [] },
  }),
  aMetric({
    code: 'ehcp_timeliness_20wk_excl',
    type: 'published',
    title: 'EHC plans issued within 20 weeks, published yearly',
    unit: 'percent',
    decimals: 1,
    direction: 'up',
    theme: 'Plans',
    askedOf: 'none',
    source: 'SEN2, Department for Education',
  }),
];

export const aProgramme = (): Programme => ({
  register: aRegister(),
  metrics: someMetrics(),
  returnDefinition: {
    code: 'monthly',
    themes: ['Requests and decisions', 'Plans', 'Spending'].map((title) => ({
      title,
      boxes: BOXES.filter(([, , theme]) => theme === title).map(([code]) => code),
    })),
    due: { workingDays: 10, at: '17:00' },
    approvalWorkingDays: 5,
    revisionMonths: 12,
    pairs: [{ part: 'n_decisions_6wk', whole: 'n_decisions' }],
    counting: [
      {
        code: 'cases',
        title: 'Requests',
        rows: 'One row for each request.',
        columns: [
          {
            code: 'request_date',
            label: 'Date the request was received',
            kind: 'date',
            names: ['received'],
            required: true,
          },
        ],
        boxes: [{ box: 'n_requests', counts: [{ kind: 'in-month', date: 'request_date' }] }],
      },
    ],
  },
  validationRules: [],
  alertRules: SOME_RULES,
  ruleHistory: SOME_RULES.map(alwaysInForce),
  inhibitions: [],
  holidays: new Set<string>(),
  publications: [],
  reforms: [
    {
      code: 'panels',
      name: 'Multi-agency panels',
      versions: [{ version: 1, title: 'Multi-agency panels', validFrom: '2023-09-01' }],
    },
  ],
  demonstration: true,
  startsOn: '2023-01-01',
  monthSoFarShared: true,
  schoolTerms: [],
  retention: {
    acceptedFilesMonths: 24,
    refusedFilesDays: 90,
    idempotencyKeysDays: 30,
    draftsDays: 60,
  },
});

export const councilNamed = (name: string): Council => {
  const council = councils.find((one) => one.name === name);
  if (!council) throw new Error(`no council ${name} in the made-up register`);
  return council;
};
