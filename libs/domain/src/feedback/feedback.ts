import { wordsFault, type ValidationRule } from '../intake/index.js';
import { isNoName } from '../follow-up/index.js';
import type { RefusalCode } from '../refusals.js';

/** What feedback is about: a reform or a measure by its code, or the service as a whole. */
export const FEEDBACK_ABOUT = ['reform', 'measure', 'service'] as const;
export type FeedbackAbout = (typeof FEEDBACK_ABOUT)[number];

/** What a council says is working or not; what DfE does about it are its entries. */
export type Feedback = {
  readonly id: string;
  readonly programmeId: number;
  readonly councilId: number;
  readonly about: FeedbackAbout;
  /** Null for the service. */
  readonly code: string | null;
  readonly words: string;
  readonly saidAt: Date;
  readonly saidBy: string;
};

/** What DfE does: somebody there looks after it, or it is answered. It is answered once. */
export type FeedbackDeed =
  | { readonly kind: 'assign'; readonly who: string }
  | { readonly kind: 'answer'; readonly words: string };

/** A deed on record, numbered within its feedback from 1. Entries are added and never changed. */
export type FeedbackEntry = {
  readonly n: number;
  readonly at: Date;
  readonly by: string;
  readonly deed: FeedbackDeed;
};

export type FeedbackRecord = Feedback & { readonly entries: readonly FeedbackEntry[] };

export type FeedbackState = {
  /** Who looks after it at DfE; null while nobody was named. */
  readonly owner: string | null;
  readonly answer: { readonly at: Date; readonly by: string; readonly words: string } | null;
};

/** The present state, folded from the entries in their order; the first answer stands. */
export const foldFeedback = ({ entries }: Pick<FeedbackRecord, 'entries'>): FeedbackState =>
  entries.reduce<FeedbackState>(
    (state, { at, by, deed }) =>
      deed.kind === 'assign'
        ? { ...state, owner: deed.who }
        : { ...state, answer: state.answer ?? { at, by, words: deed.words } },
    { owner: null, answer: null },
  );

/** How often the owner of one piece of feedback may change. */
const MOST_ENTRIES = 50;

/** Why DfE cannot do this now; null when it can. */
export function feedbackFault(
  deed: FeedbackDeed,
  feedback: FeedbackRecord,
  rules: readonly ValidationRule[],
): RefusalCode | null {
  if (foldFeedback(feedback).answer) return 'FEEDBACK_ANSWERED';
  if (deed.kind === 'answer') return wordsFault(deed.words, rules);
  if (feedback.entries.length >= MOST_ENTRIES) return 'FEEDBACK_FULL';
  return isNoName(deed.who, rules) ? 'NAME_WRONG' : null;
}
