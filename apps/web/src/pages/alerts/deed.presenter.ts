import type { Day } from '#domain/periods';
import { NOT_USEFUL_BECAUSE } from '#domain/follow-up';
import { addresses } from '../../addresses/addresses.js';
import { followUpWords as w } from '../../words/follow-up.words.js';
import {
  choiceField,
  dateField,
  errorsAt,
  whoField,
  wordsField,
  type FieldFault,
  type Shown,
} from '../form-fields.js';
import type { TypedDeed } from './deed-form.js';

export type DeedPage = {
  readonly alertId: string;
  readonly alertTitle: string;
  readonly councilName: string;
  readonly typed: TypedDeed;
  readonly fault: FieldFault | null;
  readonly today: Day;
  /** What the action that is changed says; null where none is. */
  readonly what: string | null;
};

/** The fields of each deed, in the order in which they are asked. */
function fieldsOf({ deed, explains }: TypedDeed, shown: Shown) {
  const { assign, plan, action, close } = w.forms;
  switch (deed) {
    case 'comment':
    case 'reopen':
      return [wordsField(shown, w.forms[deed].words)];
    case 'agree':
      return [];
    case 'assign':
      return [
        choiceField(shown, 'side', { label: assign.side, choices: assign.sides }),
        whoField(shown, assign.who),
      ];
    case 'plan':
      return [
        wordsField(shown, plan.words),
        whoField(shown, plan.who),
        dateField(shown, 'due', plan.due),
      ];
    case 'action':
      return [
        choiceField(shown, 'change', { label: action.change, choices: action.changes }),
        dateField(shown, 'due', action.due),
        wordsField(shown, action.words),
      ];
    case 'close': {
      const because = Object.fromEntries(
        NOT_USEFUL_BECAUSE.map((one) => [
          one,
          w.because[one].replace(/^./, (c) => c.toUpperCase()),
        ]),
      );
      return [
        wordsField(shown, explains ? close.explanation : close.words),
        ...(explains ? [dateField(shown, 'review', close.review)] : []),
        choiceField(shown, 'useful', { label: close.useful, choices: close.usefuls }),
        choiceField(shown, 'because', { label: close.because, choices: because }),
      ];
    }
  }
}

/** A form on a page of its own: one thing that a person does about an alert. */
export function presentDeed(page: DeedPage) {
  const { alertId, alertTitle, councilName, typed, fault, what } = page;
  const { deed, action } = typed;
  const form = w.forms[deed];
  return {
    title: form.title,
    section: 'alerts' as const,
    councilName,
    backLink: { href: addresses.alert(alertId), text: w.back },
    ...errorsAt(fault),
    alertTitle,
    lines: [...(what === null ? [] : [what]), ...('intro' in form ? [form.intro] : [])],
    fields: fieldsOf(typed, { fields: typed.fields, fault, today: page.today }),
    address: addresses.alertDeed(alertId, deed, deed === 'action' ? action : undefined),
    send: form.send,
  };
}
