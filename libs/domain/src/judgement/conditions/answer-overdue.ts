import { workingDaysAfter } from '../../calendar/index.js';
import { foldFeedback, type FeedbackRecord } from '../../feedback/index.js';
import type { Entry } from '../../follow-up/entry.js';
import { closingOn, foldFollowUp, standingActions } from '../../follow-up/fold-follow-up.js';
import { addDays, formatDay, londonDay, londonInstant, type Day } from '../../periods/index.js';
import type { AnswerOverdue } from '../judgement-types.js';
import { endOfDay, type OverdueSpell } from './overdue-spells.js';

type Holidays = ReadonlySet<Day>;

/** The day by which DfE answers what a council said at a moment. */
export const answerDueOn = (
  saidAt: Date,
  { workingDays }: Pick<AnswerOverdue, 'workingDays'>,
  holidays: Holidays,
): Day => workingDaysAfter(londonDay(saidAt), workingDays, holidays);

/** From when on such an answer is overdue. */
export const answerOverdueFrom = (
  saidAt: Date,
  rule: Pick<AnswerOverdue, 'workingDays'>,
  holidays: Holidays,
): Date => endOfDay(answerDueOn(saidAt, rule, holidays));

/** The stretch in which DfE's answer to feedback was overdue: from the end of its last day until it was given. */
export function answerSpells(
  feedback: FeedbackRecord,
  rule: AnswerOverdue,
  holidays: Holidays,
): readonly OverdueSpell[] {
  const due = answerDueOn(feedback.saidAt, rule, holidays);
  return [
    {
      due,
      from: endOfDay(due),
      until: foldFeedback(feedback).answer?.at ?? null,
      breach: `DfE should have answered by ${formatDay(due)} what the council said on ${formatDay(londonDay(feedback.saidAt))}.`,
      clear: 'DfE has answered.',
    },
  ];
}

/** An alert that somebody has acknowledged, with everything that counts for its plan. */
export type AcknowledgedAlert = {
  readonly id: string;
  readonly councilId: number;
  readonly acknowledgedAt: Date;
  /** The state after each of its steps, oldest first. */
  readonly states: readonly { readonly at: Date; readonly state: string }[];
  readonly entries: readonly Entry[];
};

/** From when on the plan for an alert is overdue: the day after the last one for it. The same day as `planOverdueSince`. */
export const planOverdueFrom = (
  acknowledgedAt: Date,
  rule: Pick<AnswerOverdue, 'planWithinWorkingDays'>,
  holidays: Holidays,
): Date => startOf(addDays(planDueOn(acknowledgedAt, rule, holidays), 1));

const planDueOn = (
  acknowledgedAt: Date,
  { planWithinWorkingDays }: Pick<AnswerOverdue, 'planWithinWorkingDays'>,
  holidays: Holidays,
): Day => workingDaysAfter(londonDay(acknowledgedAt), planWithinWorkingDays, holidays);

const startOf = (day: Day): Date => londonInstant(day, '00:00');

/**
 * The stretches in which a plan for an acknowledged alert was overdue: while the alert was open, and had neither an action
 * that stands nor a closing that stands.
 */
export function planSpells(
  alert: AcknowledgedAlert,
  rule: AnswerOverdue,
  holidays: Holidays,
): readonly OverdueSpell[] {
  const due = planDueOn(alert.acknowledgedAt, rule, holidays);
  const first = planOverdueFrom(alert.acknowledgedAt, rule, holidays);
  const moments = [
    ...alert.states.map(({ at }) => at),
    ...alert.entries.flatMap(({ at, deed }) =>
      deed.kind === 'close' && deed.reviewOn !== null ? [at, startOf(deed.reviewOn)] : [at],
    ),
  ].filter((at) => at > first);
  const spells: OverdueSpell[] = [];
  let since: Date | null = null;
  const add = (from: Date, until: Date | null): void => {
    spells.push({
      ...{ due, from, until },
      breach: `An alert was acknowledged on ${formatDay(londonDay(alert.acknowledgedAt))}, and nobody has written a plan by ${formatDay(due)}.`,
      clear: 'There is a plan now, or the alert is over.',
    });
  };
  for (const at of [first, ...moments.sort((a, b) => a.getTime() - b.getTime())]) {
    const owes = owesPlan(alert, at);
    if (owes) since ??= at;
    else if (since !== null) {
      add(since, at);
      since = null;
    }
  }
  if (since !== null) add(since, null);
  return spells;
}

/** Whether an alert is open at a moment, with neither a plan nor a closing. */
function owesPlan({ states, entries }: AcknowledgedAlert, at: Date): boolean {
  const state = states.findLast((one) => one.at <= at)?.state;
  if (state !== 'firing' && state !== 'recovering') return false;
  const followUp = foldFollowUp(entries.filter((one) => one.at <= at));
  return standingActions(followUp).length === 0 && !closingOn(followUp, londonDay(at));
}
