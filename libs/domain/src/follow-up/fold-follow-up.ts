import type { Day } from '../periods/index.js';
import type { Deed, Entry, NotUsefulBecause, Side } from './entry.js';

type Signed = { readonly at: Date; readonly by: string };

export type RecoveryAction = Signed & {
  /** The number of the entry that added it. */
  readonly n: number;
  readonly what: string;
  readonly who: string;
  /** The day by which it is to be done, as it was last dated. */
  readonly due: Day;
  readonly state: 'open' | 'done' | 'dropped';
  /** How it ended, and the note or reason; null while it is open. */
  readonly ended: (Signed & { readonly words: string }) | null;
  /** Each new date with the one before it and the reason, oldest first. */
  readonly redated: readonly (Signed & {
    readonly from: Day;
    readonly to: Day;
    readonly words: string;
  })[];
};

export type Closing = Signed & {
  readonly evidence: string;
  readonly useful: boolean;
  readonly because: NotUsefulBecause | null;
  /** Of an explanation that was accepted: when it is looked at again. */
  readonly reviewOn: Day | null;
};

/** What people have done about an alert, beside the machine's state, which follows figures alone. */
export type FollowUp = {
  readonly size: number;
  readonly comments: readonly (Signed & { readonly n: number; readonly words: string })[];
  readonly assigned: (Signed & { readonly side: Side; readonly who: string }) | null;
  /** In the order in which they were added; those that were dropped stay. */
  readonly actions: readonly RecoveryAction[];
  /** The last agreement to the plan, and whether the plan was changed after it. */
  readonly agreed: (Signed & { readonly changedSince: boolean }) | null;
  /** The last closing, unless it was taken back. */
  readonly closing: Closing | null;
};

const NOTHING: FollowUp = {
  size: 0,
  comments: [],
  assigned: null,
  actions: [],
  agreed: null,
  closing: null,
};

/** The present state, folded from the entries in their order. An entry about an action that is not there changes nothing. */
export const foldFollowUp = (entries: readonly Entry[]): FollowUp => entries.reduce(add, NOTHING);

/** The state after one more entry. */
function add(before: FollowUp, entry: Entry): FollowUp {
  const { n, at, by, deed } = entry;
  const signed = { at, by };
  const state = { ...before, size: before.size + 1 };
  switch (deed.kind) {
    case 'comment':
      return { ...state, comments: [...state.comments, { ...signed, n, words: deed.words }] };
    case 'assign':
      return { ...state, assigned: { ...signed, side: deed.side, who: deed.who } };
    case 'agree':
      return { ...state, agreed: { ...signed, changedSince: false } };
    case 'close': {
      const { words: evidence, useful, because, reviewOn } = deed;
      return { ...state, closing: { ...signed, evidence, useful, because, reviewOn } };
    }
    case 'reopen':
      return { ...state, closing: null };
    case 'action': {
      const { words: what, who, due } = deed;
      const actions: readonly RecoveryAction[] = [
        ...state.actions,
        { ...signed, n, what, who, due, state: 'open', ended: null, redated: [] },
      ];
      return changed({ ...state, actions });
    }
    case 'done':
    case 'redate':
    case 'drop': {
      const actions = state.actions.map((one) =>
        one.n === deed.action ? change(one, deed, signed) : one,
      );
      return deed.kind === 'done' ? { ...state, actions } : changed({ ...state, actions });
    }
  }
}

type Change = Extract<Deed, { action: number }>;

function change(action: RecoveryAction, deed: Change, signed: Signed): RecoveryAction {
  if (deed.kind !== 'redate') {
    const state = deed.kind === 'done' ? 'done' : 'dropped';
    return { ...action, state, ended: { ...signed, words: deed.words } };
  }
  const moved = { ...signed, from: action.due, to: deed.due, words: deed.words };
  return { ...action, due: deed.due, redated: [...action.redated, moved] };
}

const changed = (state: FollowUp): FollowUp =>
  state.agreed ? { ...state, agreed: { ...state.agreed, changedSince: true } } : state;

/** The actions that count: a plan stands while it has one. */
export const standingActions = ({ actions }: FollowUp): readonly RecoveryAction[] =>
  actions.filter(({ state }) => state !== 'dropped');

/** The closing that stands on a day: an accepted explanation stands until the day of its review. */
export const closingOn = ({ closing }: FollowUp, today: Day): Closing | null =>
  closing && (closing.reviewOn === null || today < closing.reviewOn) ? closing : null;
