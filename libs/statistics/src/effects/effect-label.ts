export type EffectLabel =
  | 'evidence of improvement'
  | 'no clear difference'
  | 'evidence of deterioration'
  | 'too early to tell';

export type Better = 'higher' | 'lower';

/** What is asked of an effect before it may be called evidence. */
export type CheckName =
  | 'enoughCouncils'
  | 'interval'
  | 'permutation'
  | 'preTrend'
  | 'placeboDate'
  | 'leaveOneOut'
  | 'balancingMetrics'
  | 'denominatorDrift';

export type CheckOutcome = 'passed' | 'failed' | 'notPossible';

export type EffectChecks = Readonly<Record<CheckName, CheckOutcome>>;

export interface Labelled {
  readonly label: EffectLabel;
  /** The checks that stand against evidence, and how; empty when there is evidence. */
  readonly reasons: readonly { readonly check: CheckName; readonly outcome: CheckOutcome }[];
}

/** Whether there is an effect at all comes before whether it can be trusted. */
const SIZE: readonly CheckName[] = ['interval', 'permutation'];
const TRUST: readonly CheckName[] = ['preTrend', 'placeboDate', 'leaveOneOut', 'denominatorDrift'];

/**
 * The label of an effect, never "works". Too few councils: too early to tell. An interval with 0 in it, a permutation p that
 * is not rare, or a check that speaks against the comparison: no clear difference. A check that could not be made: too early
 * to tell. Worse balancing metrics stand against improvement only: they do not excuse a deterioration.
 */
export function effectLabel(att: number, better: Better, checks: EffectChecks): Labelled {
  if (checks.enoughCouncils !== 'passed')
    return withReasons('too early to tell', checks, ['enoughCouncils']);
  if (SIZE.some((check) => checks[check] === 'failed'))
    return withReasons('no clear difference', checks, SIZE);
  const improves = better === 'higher' ? att > 0 : att < 0;
  const asked = [...SIZE, ...TRUST, ...(improves ? (['balancingMetrics'] as const) : [])];
  if (asked.some((check) => checks[check] === 'failed'))
    return withReasons('no clear difference', checks, asked);
  if (asked.some((check) => checks[check] === 'notPossible'))
    return withReasons('too early to tell', checks, asked);
  return {
    label: improves ? 'evidence of improvement' : 'evidence of deterioration',
    reasons: [],
  };
}

const withReasons = (
  label: EffectLabel,
  checks: EffectChecks,
  asked: readonly CheckName[],
): Labelled => ({
  label,
  reasons: asked.flatMap((check) =>
    checks[check] === 'passed' ? [] : [{ check, outcome: checks[check] }],
  ),
});
