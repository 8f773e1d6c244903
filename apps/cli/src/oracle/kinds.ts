import type { ServiceTasks } from '#composition';
import { isFields, type Comparison } from './compare.js';

export type OracleCase = Readonly<Record<string, unknown>>;

/** How a kind of case is run and compared. */
export type Kind = {
  /** What takes the case: an export of #statistics, or one of the heavy calculations. */
  readonly entry: { readonly light: string } | { readonly heavy: keyof ServiceTasks };
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

const light = (entry: string, comparison: Kind['comparison']): Kind => ({
  entry: { light: entry },
  comparison,
});
const heavy = (entry: keyof ServiceTasks, comparison: Kind['comparison']): Kind => ({
  entry: { heavy: entry },
  comparison,
});

/** What is run for each kind of case, and how near its numbers have to come. */
export const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['xmr', light('xmr', chart)],
  ['p', light('rateChart', chart)],
  ['pprime', light('rateChart', chart)],
  ['u', light('rateChart', chart)],
  ['uprime', light('rateChart', chart)],
  ['funnel', light('funnel', chart)],
  ['offtrack', light('offTrack', offTrack)],
  ['offtrackrate', light('offTrackRate', offTrack)],
  ['targetprobability', light('targetProbability', offTrack)],
  ['attgt', light('groupTimeEffects', estimate)],
  ['did2x2', light('didTwoByTwo', always(scaled(1e-8)))],
  ['wildbootstrap', heavy('wildBootstrap', enumerated)],
  ['permutation', heavy('permutationTest', enumerated)],
  ['its', light('interruptedTimeSeries', series)],
  ['synthdid', heavy('syntheticDid', synthetic)],
  ['audit', heavy('auditDisclosure', disclosure)],
  ['suppress', { ...heavy('protect', disclosure), judgedByProperties: true }],
  ['revision', heavy('auditRevision', disclosure)],
  ['rate', light('auditRate', disclosure)],
  ['rounding', heavy('auditRounding', disclosure)],
]);
