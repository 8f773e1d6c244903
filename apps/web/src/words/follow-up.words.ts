import type { NotUsefulBecause, Side } from '#domain/follow-up';

const NUMBERS = 'no one two three four five six seven eight nine ten'.split(' ');
/** A count as people write it: in words up to ten. */
const inWords = (count: number): string => NUMBERS[count] ?? String(count);
const actions = (count: number): string => `${inWords(count)} action${count === 1 ? '' : 's'}`;
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What people do about an alert: comments, who looks after it, the recovery plan, closing. */
export const followUpWords = {
  notAcknowledged: 'Nobody has acknowledged it yet.',
  overdue: (since: string) =>
    `It was acknowledged, and there is no plan after 10 working days: overdue since ${since}.`,
  assigned: {
    council: (who: string, by: string, on: string) =>
      `With ${who} at the council, as ${by} said on ${on}.`,
    dfe: (who: string, by: string, on: string) => `With ${who} at DfE, as ${by} said on ${on}.`,
  } as Readonly<Record<Side, (who: string, by: string, on: string) => string>>,
  plan: {
    none: 'There is no recovery plan yet.',
    agreed: (on: string, count: number) => `Recovery plan agreed on ${on}: ${actions(count)}`,
    proposed: (count: number) => `Recovery plan, not yet agreed by DfE: ${actions(count)}`,
    next: (on: string) => `, next one due on ${on}.`,
    allDone: ', all done.',
    end: '.',
    overdue: (count: number, since: string) =>
      count === 1
        ? `One action is overdue: it was due on ${since}.`
        : `${capital(actions(count))} are overdue, the first since ${since}.`,
    changed: 'The plan was changed after it was agreed.',
    due: (who: string, on: string) => `${who}, by ${on}`,
    open: 'Open',
    late: 'Overdue',
    done: 'Done',
    dropped: 'Dropped',
    ended: (words: string, by: string, on: string) => `${words} (${by}, ${on})`,
    redated: (from: string, words: string, by: string) => `It was due on ${from}: ${words} (${by})`,
    change: 'Change',
    changeWhat: (what: string) => `this action: ${what}`,
  },
  closedTag: 'Closed',
  closed: {
    line: (by: string, on: string) => `Closed by ${by} on ${on}.`,
    explained: (by: string, on: string, review: string) =>
      `${by} accepted an explanation on ${on}. It is looked at again on ${review}.`,
    useful: 'The alert was useful.',
    notUseful: (because: string) => `The alert was not useful: ${because}.`,
  },
  because: {
    'wrong-data': 'the figures were wrong',
    'known-already': 'it was known already',
    'not-important': 'it was not important',
    other: 'another reason',
  } as Readonly<Record<NotUsefulBecause, string>>,
  comments: 'What was said',
  noComments: 'Nobody has written a comment.',
  links: {
    comment: 'Write a comment',
    assign: 'Say who looks after it',
    plan: 'Add an action to the recovery plan',
    agree: 'Agree the recovery plan',
    close: 'Close this alert',
    reopen: 'Reopen this alert',
  },
  yourNext: 'What you can do',
  errors: 'There is a problem',
  back: 'Back to the alert',
  aboutService: 'Write about the service, not about a child.',
  who: 'A role, or the name of somebody at work. For example, SEND lead',
  day: (example: string) => `For example, ${example}`,
  dayParts: { day: 'Day', month: 'Month', year: 'Year' },
  forms: {
    comment: { title: 'Write a comment', words: 'Comment', send: 'Save the comment' },
    assign: {
      title: 'Say who looks after it',
      side: 'Where do they work?',
      chooseSide: 'Choose whether they work at the council or at DfE',
      sides: { council: 'At the council', dfe: 'At DfE' },
      who: 'Who looks after it?',
      send: 'Save',
    },
    plan: {
      title: 'Add an action to the recovery plan',
      words: 'What will be done?',
      who: 'Who does it?',
      due: 'By which day?',
      send: 'Add this action',
    },
    action: {
      title: 'Change an action of the recovery plan',
      change: 'What has changed?',
      choose: 'Choose what has changed',
      changes: {
        done: 'It is done',
        redate: 'It is due on another day',
        drop: 'It is dropped',
      },
      due: 'If it is due on another day: by which day?',
      words: 'What was done, or why?',
      send: 'Save',
    },
    agree: {
      title: 'Agree the recovery plan',
      intro:
        'Agreeing says that DfE has read the plan and expects its actions by their days. A later change to the plan is shown.',
      send: 'Agree this plan',
    },
    close: {
      title: 'Close this alert',
      words: 'What shows that it is over?',
      explanation: 'What is the explanation?',
      useful: 'Was this alert useful?',
      usefuls: { yes: 'Yes', no: 'No' },
      because: 'If it was not useful: why?',
      review: 'Until which day is the explanation accepted?',
      send: 'Close this alert',
    },
    reopen: { title: 'Reopen this alert', words: 'Why?', send: 'Reopen this alert' },
  },
  list: {
    overdue: (count: number) =>
      count === 1
        ? 'One open alert was acknowledged, and has no plan after 10 working days.'
        : `${capital(inWords(count))} open alerts were acknowledged, and have no plan after 10 working days.`,
    show: 'Show only these',
    all: 'Show every open alert',
    caption: 'Acknowledged, no plan after 10 working days',
    none: 'Every acknowledged alert has a plan, or was acknowledged less than 10 working days ago.',
  },
} as const;
