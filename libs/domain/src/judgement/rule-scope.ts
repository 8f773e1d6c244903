import type { Period } from '../periods/index.js';
import type { RuleScope, Verdict } from './judgement-types.js';

/** A council as scopes name it. */
export type ScopedCouncil = { readonly key: string; readonly partnerships: readonly string[] };

/** Whether a rule looks at a council: each list narrows it to those named, an empty one to nobody less. */
export const coversCouncil = (
  { councils, partnerships }: RuleScope,
  council: ScopedCouncil,
): boolean =>
  (councils.length === 0 || councils.includes(council.key)) &&
  (partnerships.length === 0 || council.partnerships.some((code) => partnerships.includes(code)));

/** Whether a rule looks at a period: by the day on which it starts. */
const coversPeriod = ({ from, to }: RuleScope, { start }: Period): boolean =>
  (from === null || start >= from) && (to === null || start < to);

/** Verdicts with those of periods that a rule does not look at taken back: they change nothing. */
export const withinScope = (scope: RuleScope, verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.map((verdict): Verdict =>
    coversPeriod(scope, verdict.period)
      ? verdict
      : {
          period: verdict.period,
          kind: 'not-judged',
          reason: 'The rule does not look at this period.',
        },
  );
