import type { Refusal } from '#domain';
import { NOT_USEFUL_BECAUSE, type Deed } from '#domain/follow-up';
import type { FormFields } from '../../http/csrf.js';
import { followUpWords as w } from '../../words/follow-up.words.js';
import { dayIn, textIn, type FieldFault } from '../form-fields.js';

/** What can be done on a page of its own; `action` changes one action of the plan. */
export const FORM_DEEDS = [
  'comment',
  'assign',
  'plan',
  'action',
  'agree',
  'close',
  'reopen',
] as const;
export type FormDeed = (typeof FORM_DEEDS)[number];

export type TypedDeed = {
  readonly deed: FormDeed;
  readonly fields: FormFields;
  readonly action: number;
  /** Whether closing accepts an explanation, because the alert has not cleared. */
  readonly explains: boolean;
};

/** The deed that a form asks for, or what has to be chosen first. */
export function deedTyped({ deed, fields, action, explains }: TypedDeed): Deed | FieldFault {
  const words = textIn(fields, 'words');
  const who = textIn(fields, 'who');
  switch (deed) {
    case 'comment':
    case 'reopen':
      return { kind: deed, words };
    case 'agree':
      return { kind: 'agree' };
    case 'plan':
      return { kind: 'action', words, who, due: dayIn(fields, 'due') };
    case 'assign': {
      const side = textIn(fields, 'side');
      if (side === 'council' || side === 'dfe') return { kind: 'assign', side, who };
      return { field: 'side', text: w.forms.assign.chooseSide };
    }
    case 'action': {
      const change = textIn(fields, 'change');
      if (change === 'redate') return { kind: change, action, due: dayIn(fields, 'due'), words };
      if (change === 'done' || change === 'drop') return { kind: change, action, words };
      return { field: 'change', text: w.forms.action.choose };
    }
    case 'close': {
      const useful = textIn(fields, 'useful') === 'yes';
      const named = NOT_USEFUL_BECAUSE.find((one) => one === textIn(fields, 'because'));
      const reviewOn = explains ? dayIn(fields, 'review') : null;
      return { kind: 'close', words, useful, because: useful ? null : (named ?? null), reviewOn };
    }
  }
}

/** The place of a refusal on a form. */
export function faultOf({ code, message, fix }: Refusal): FieldFault {
  const places: Readonly<Record<string, string>> = {
    NAME_WRONG: 'who',
    ACTION_DAY_WRONG: 'due-day',
    REVIEW_DAY_WRONG: 'review-day',
    GROUND_MISSING: 'useful',
  };
  const field = places[code] ?? (code.startsWith('WORDS_') ? 'words' : 'send');
  return { field, text: `${message} ${fix}` };
}
