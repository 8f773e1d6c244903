import type { Day } from '../periods/index.js';

/** Why a person found an alert not useful. The first two say that the rule was wrong for the series; none is a judgement of a council. */
export const NOT_USEFUL_BECAUSE = [
  'wrong-data',
  'known-already',
  'not-important',
  'other',
] as const;
export type NotUsefulBecause = (typeof NOT_USEFUL_BECAUSE)[number];

/** With whom an alert is. */
export type Side = 'council' | 'dfe';

/**
 * What a person does about an alert. `action` of what happens to a recovery action is the number of the entry that added it.
 * Closing without `reviewOn` needs an alert that has cleared; with it, an explanation is accepted until the review.
 */
export type Deed =
  | { readonly kind: 'comment'; readonly words: string }
  | { readonly kind: 'assign'; readonly side: Side; readonly who: string }
  | { readonly kind: 'action'; readonly words: string; readonly who: string; readonly due: Day }
  | { readonly kind: 'done'; readonly action: number; readonly words: string }
  | {
      readonly kind: 'redate';
      readonly action: number;
      readonly due: Day;
      readonly words: string;
    }
  | { readonly kind: 'drop'; readonly action: number; readonly words: string }
  | { readonly kind: 'agree' }
  | {
      readonly kind: 'close';
      readonly words: string;
      readonly useful: boolean;
      readonly because: NotUsefulBecause | null;
      readonly reviewOn: Day | null;
    }
  | { readonly kind: 'reopen'; readonly words: string };

/** A deed on record: numbered within its alert from 1, with who and when. Entries are added and never changed. */
export type Entry = {
  readonly n: number;
  readonly at: Date;
  readonly by: string;
  readonly deed: Deed;
};

/** Whether two deeds say the same: what is sent twice is one deed. Compares their parts, which are plain values. */
export const sameDeed = (one: Deed, other: Deed): boolean => print(one) === print(other);

const print = (deed: Deed): string =>
  JSON.stringify(Object.entries(deed).sort(([a], [b]) => (a < b ? -1 : 1)));
