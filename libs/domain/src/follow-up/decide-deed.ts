import { mayDescribeAPerson, wordsFault, type ValidationRule } from '../intake/index.js';
import type { AlertRule, AlertState } from '../judgement/index.js';
import { addDays, isDayWithin, londonDay, type Day } from '../periods/index.js';
import type { RefusalCode } from '../refusals.js';
import type { Deed } from './entry.js';
import { closingOn, standingActions, type Closing, type FollowUp } from './fold-follow-up.js';

/** How much may be said of one alert, and for how long. */
export const FOLLOW_UP_LIMITS = {
  comments: 200,
  actions: 20,
  /** Entries of every kind; closing and reopening have some more, so that a full record can still end. */
  entries: 300,
  endings: 40,
  nameCharacters: 80,
  /** How far ahead an action may be due, and an explanation stand, in days. */
  actionDays: 730,
  reviewDays: 366,
  reopenDays: 90,
} as const;

/** What is known when a person wants to do something about an alert. */
export type DeedContext = {
  readonly followUp: FollowUp;
  readonly state: AlertState;
  readonly severity: AlertRule['severity'];
  readonly today: Day;
  /** Whether it is a DfE analyst, who agrees plans and accepts explanations. */
  readonly isAnalyst: boolean;
  readonly rules: readonly ValidationRule[];
};

/** Why a deed cannot be done now; null when it can. What is wrong with the alert comes before what is wrong with the words. */
export function deedFault(deed: Deed, context: DeedContext): RefusalCode | null {
  return (
    roleFault(deed, context) ??
    fullFault(deed, context) ??
    stateFault(deed, context) ??
    dayFault(deed, context) ??
    textFault(deed, context)
  );
}

/** Only a DfE analyst agrees a plan, and accepts an explanation. */
function roleFault(deed: Deed, { isAnalyst }: DeedContext): RefusalCode | null {
  const asksAnalyst = deed.kind === 'agree' || (deed.kind === 'close' && deed.reviewOn !== null);
  return asksAnalyst && !isAnalyst ? 'NOT_ALLOWED' : null;
}

function fullFault({ kind }: Deed, { followUp }: DeedContext): RefusalCode | null {
  const { comments, actions, entries, endings } = FOLLOW_UP_LIMITS;
  const most = kind === 'close' || kind === 'reopen' ? entries + endings : entries;
  const isFull =
    followUp.size >= most ||
    (kind === 'comment' && followUp.comments.length >= comments) ||
    (kind === 'action' && followUp.actions.length >= actions);
  return isFull ? 'FOLLOW_UP_FULL' : null;
}

/** What a closed alert, a cleared one, or one without such an action does not take. */
function stateFault(deed: Deed, context: DeedContext): RefusalCode | null {
  const closing = closingOn(context.followUp, context.today);
  if (deed.kind === 'reopen') return reopenFault(closing, context.today);
  if (closing) return 'ALERT_CLOSED';
  if (deed.kind === 'close') return closeFault(deed, context);
  if (deed.kind === 'comment' || deed.kind === 'assign') return null;
  return planFault(deed, context);
}

function reopenFault(closing: Closing | null, today: Day): RefusalCode | null {
  if (!closing) return 'ALERT_NOT_CLOSED';
  const last = addDays(londonDay(closing.at), FOLLOW_UP_LIMITS.reopenDays);
  return today > last ? 'REOPEN_TOO_LATE' : null;
}

/** A plan is made and agreed while the alert is open; what stands in it may still be ended afterwards. */
function planFault(
  deed: Exclude<Deed, { kind: 'reopen' | 'close' | 'comment' | 'assign' }>,
  { followUp, state }: DeedContext,
): RefusalCode | null {
  if ('action' in deed) {
    const action = followUp.actions.find(({ n }) => n === deed.action);
    return action?.state === 'open' ? null : 'ACTION_NOT_OPEN';
  }
  if (deed.kind === 'agree' && standingActions(followUp).length === 0) return 'NO_PLAN';
  return state === 'resolved' ? 'ALERT_NOT_OPEN' : null;
}

function closeFault(
  deed: Extract<Deed, { kind: 'close' }>,
  { state, severity }: DeedContext,
): RefusalCode | null {
  if (!deed.useful && deed.because === null) return 'GROUND_MISSING';
  if (state === 'resolved') return null;
  return severity === 'look' && deed.reviewOn !== null ? null : 'ALERT_NOT_CLEARED';
}

function dayFault(deed: Deed, { today }: DeedContext): RefusalCode | null {
  const { actionDays, reviewDays } = FOLLOW_UP_LIMITS;
  if (deed.kind === 'action' || deed.kind === 'redate')
    return isDayWithin(deed.due, today, addDays(today, actionDays)) ? null : 'ACTION_DAY_WRONG';
  if (deed.kind !== 'close' || deed.reviewOn === null) return null;
  return isDayWithin(deed.reviewOn, addDays(today, 1), addDays(today, reviewDays))
    ? null
    : 'REVIEW_DAY_WRONG';
}

function textFault(deed: Deed, { rules }: DeedContext): RefusalCode | null {
  if ('who' in deed && isNoName(deed.who, rules)) return 'NAME_WRONG';
  return 'words' in deed ? wordsFault(deed.words, rules) : null;
}

/** A role or the name of somebody at work; not a text, and nothing that identifies a child. */
export function isNoName(text: string, rules: readonly ValidationRule[]): boolean {
  const name = text.trim();
  return (
    name.length < 2 ||
    name.length > FOLLOW_UP_LIMITS.nameCharacters ||
    mayDescribeAPerson(name, rules)
  );
}

/** What a person may begin to do about an alert now, whatever the words and days that they will give. */
export function possibleDeeds(context: DeedContext): ReadonlySet<Deed['kind']> {
  const { state, today, followUp } = context;
  const words = '';
  const action = followUp.actions.find((one) => one.state === 'open')?.n ?? 0;
  const reviewOn = state === 'resolved' ? null : addDays(today, 1);
  const deeds: readonly Deed[] = [
    { kind: 'comment', words },
    { kind: 'assign', side: 'council', who: '' },
    { kind: 'action', words, who: '', due: today },
    { kind: 'done', action, words },
    { kind: 'redate', action, due: today, words },
    { kind: 'drop', action, words },
    { kind: 'agree' },
    { kind: 'close', words, useful: true, because: null, reviewOn },
    { kind: 'reopen', words },
  ];
  const isPossible = (deed: Deed): boolean =>
    (roleFault(deed, context) ?? fullFault(deed, context) ?? stateFault(deed, context)) === null;
  return new Set(deeds.filter(isPossible).map(({ kind }) => kind));
}
