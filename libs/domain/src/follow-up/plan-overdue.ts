import { workingDaysAfter, workingDaysBefore } from '../calendar/index.js';
import type { AlertState } from '../judgement/index.js';
import { addDays, londonDay, londonInstant, type Day } from '../periods/index.js';
import { closingOn, standingActions, type FollowUp } from './fold-follow-up.js';

/** Rule `answer_overdue`: how long after somebody has acknowledged an alert its plan is waited for. */
const PLAN_WITHIN_WORKING_DAYS = 10;

type Acknowledged = { readonly state: AlertState; readonly acknowledgedAt: Date | null };
type On = { readonly today: Day; readonly holidays: ReadonlySet<Day> };

/** Whether an alert needs no plan: it has an action that stands, or was closed with evidence that stands on a day. */
export const isPlanned = (followUp: FollowUp, today: Day): boolean =>
  standingActions(followUp).length > 0 || closingOn(followUp, today) !== null;

/**
 * Since which day a plan is overdue: the day after the tenth working day after the alert was acknowledged. Null while it is
 * not: not acknowledged, only watched or cleared, planned, closed, or not yet so long ago.
 */
export function planOverdueSince(
  { state, acknowledgedAt }: Acknowledged,
  followUp: FollowUp,
  { today, holidays }: On,
): Day | null {
  if (!acknowledgedAt || (state !== 'firing' && state !== 'recovering')) return null;
  if (isPlanned(followUp, today)) return null;
  const acknowledgedOn = londonDay(acknowledgedAt);
  const since = addDays(workingDaysAfter(acknowledgedOn, PLAN_WITHIN_WORKING_DAYS, holidays), 1);
  return today >= since ? since : null;
}

/**
 * The other way round, for a list: whatever was acknowledged before this moment, and has no plan, is overdue on a day.
 * Ten working days lie between them and the day itself is not one.
 */
export const overdueIfAcknowledgedBefore = ({ today, holidays }: On): Date =>
  londonInstant(workingDaysBefore(today, PLAN_WITHIN_WORKING_DAYS, holidays), '00:00');
