import { isFields, type Comparison } from './compare.js';

export type OracleCase = Readonly<Record<string, unknown>>;

/** How a kind of case is run and compared. */
export type Kind = {
  /** The export of #statistics that takes the case. */
  readonly entry: string;
  /** It solves linear programs: the solver is its second argument. */
  readonly solver?: true;
  /** Its answer is one of many that are good: judged by what it must be true to, not by what was recorded. */
  readonly judgedByProperties?: true;
  readonly comparison: (oracleCase: OracleCase) => Comparison;
};

type Tolerance = Comparison['tolerance'];

/** Counts and codes: never nearly right, however large the numbers beside them. */
const WHOLE = new Set([
  ...['rebaseGroup', 'relativeToMean', 'n', 'commonCause', 'improvement', 'concern', 'neutral'],
  ...['nUnitsUsed', 'clusters', 'assignments', 'replicates', 'cohort', 'time', 'key'],
  ...['nUnpublished', 'nPrimaries', 'consistentNumerators'],
]);
const scaled =
  (tolerance: number): Tolerance =>
  (_field, expected) =>
    tolerance * Math.max(1, Math.abs(expected));
const inOrder = (tolerance: Tolerance): Comparison => ({
  tolerance: (field, expected) => (WHOLE.has(field) ? 0 : tolerance(field, expected)),
  listsAreSets: false,
});
const always = (tolerance: Tolerance) => {
  const comparison = inOrder(tolerance);
  return () => comparison;
};

const isStandardError = (field: string): boolean => /^se([A-Z]|$)/.test(field);

/** Charts to 1e-9; where the numbers are extremely large or small, in proportion to the largest. */
function chart(oracleCase: OracleCase): Comparison {
  if (oracleCase.family !== 'edge-scale') return inOrder(scaled(1e-9));
  const points = Array.isArray(oracleCase.points) ? oracleCase.points : [];
  const values = points.map((point: unknown) => (isFields(point) ? Number(point.value) : 0));
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
  return inOrder(() => 1e-9 * largest);
}

const offTrack = always((field, expected) =>
  field === 'p' || field === 'pMet' ? 1e-7 : scaled(1e-8)(field, expected),
);
const estimate = always((field, expected) =>
  scaled(isStandardError(field) || field === 't' ? 1e-7 : 1e-8)(field, expected),
);
/** Probabilities of enumerated draws are fractions with a known denominator: right or wrong. */
const enumerated = always((field, expected) => {
  if (/^p([A-Z]|$)/.test(field)) return 1e-12;
  return scaled(field === 't' ? 1e-7 : 1e-8)(field, expected);
});
const series = always((_field, expected) => Math.max(1e-7 * Math.abs(expected), 1e-12));
/** The reference is an iterative solver; its difference in differences alone is arithmetic. */
const synthetic = always((field, expected) => {
  if (field === 'omega' || field === 'lambda') return 0.02;
  return scaled(field === 'did' ? 1e-8 : 1e-2)(field, expected);
});
const disclosure = (): Comparison => ({
  ...inOrder(() => 1e-6),
  listsAreSets: true,
});

const charted = (entry: string): Kind => ({ entry, comparison: chart });

/** What is run for each kind of case, and how near its numbers have to come. */
export const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['xmr', charted('xmr')],
  ['p', charted('rateChart')],
  ['pprime', charted('rateChart')],
  ['u', charted('rateChart')],
  ['uprime', charted('rateChart')],
  ['funnel', charted('funnel')],
  ['offtrack', { entry: 'offTrack', comparison: offTrack }],
  ['offtrackrate', { entry: 'offTrackRate', comparison: offTrack }],
  ['targetprobability', { entry: 'targetProbability', comparison: offTrack }],
  ['attgt', { entry: 'groupTimeEffects', comparison: estimate }],
  ['did2x2', { entry: 'didTwoByTwo', comparison: always(scaled(1e-8)) }],
  ['wildbootstrap', { entry: 'wildBootstrap', comparison: enumerated }],
  ['permutation', { entry: 'permutationTest', comparison: enumerated }],
  ['its', { entry: 'interruptedTimeSeries', comparison: series }],
  ['synthdid', { entry: 'syntheticDid', comparison: synthetic }],
  ['audit', { entry: 'auditDisclosure', solver: true, comparison: disclosure }],
  [
    'suppress',
    { entry: 'protect', solver: true, judgedByProperties: true, comparison: disclosure },
  ],
  ['revision', { entry: 'auditRevision', solver: true, comparison: disclosure }],
  ['rate', { entry: 'auditRate', comparison: disclosure }],
  ['rounding', { entry: 'auditRounding', solver: true, comparison: disclosure }],
]);
