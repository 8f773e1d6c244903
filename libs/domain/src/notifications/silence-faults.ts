import { wordsFault, type ValidationRule } from '../intake/index.js';
import { addDays, isDayWithin, type Day } from '../periods/index.js';
import type { RefusalCode } from '../refusals.js';
import type { SilenceMatcher } from './silence.js';

/** For how long messages may be silenced. */
const MOST_SILENT_DAYS = 90;

/** A silence as somebody asks for it. Null is a part that was left out; null of what was named is one that is not known. */
export type AskedSilence = {
  readonly matcher: SilenceMatcher;
  /** Parts that were named and are no rule, measure, council or partnership of the programme. */
  readonly unknown: readonly SilenceField[];
  /** First and last day without messages; null where what was typed is no day. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly reason: string;
};

export type SilenceField =
  'rule' | 'metric' | 'council' | 'partnership' | 'from' | 'until' | 'reason';
export type SilenceFault = { readonly field: SilenceField; readonly code: RefusalCode };

/** Everything that is wrong with a silence, field by field in the order of the form; empty where nothing is. */
export function silenceFaults(
  { matcher, unknown, from, until, reason }: AskedSilence,
  { today, rules }: { readonly today: Day; readonly rules: readonly ValidationRule[] },
): readonly SilenceFault[] {
  const namesNothing =
    unknown.length === 0 && Object.values(matcher).every((part) => part === null);
  const isFrom = from !== null && isDayWithin(from, today, addDays(today, MOST_SILENT_DAYS));
  const first = isFrom ? from : today;
  const isUntil = until !== null && isDayWithin(until, first, addDays(first, MOST_SILENT_DAYS - 1));
  const words = wordsFault(reason, rules);
  return [
    ...unknown.map((field): SilenceFault => ({ field, code: 'SILENCE_PART_UNKNOWN' })),
    ...(namesNothing ? [{ field: 'rule', code: 'SILENCE_ABOUT_NOTHING' } as const] : []),
    ...(isFrom ? [] : [{ field: 'from', code: 'SILENCE_FROM_WRONG' } as const]),
    ...(isUntil ? [] : [{ field: 'until', code: 'SILENCE_UNTIL_WRONG' } as const]),
    ...(words ? [{ field: 'reason', code: words } as const] : []),
  ];
}
