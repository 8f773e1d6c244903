import { workingDaysBetween, workingInstantAfter } from '../calendar/index.js';
import { closingOn, planOverdueSince, standingActions, type FollowUp } from '../follow-up/index.js';
import type { AlertRule, AlertState, Escalation } from '../judgement/index.js';
import { londonDay, londonInstant, type Day } from '../periods/index.js';
import { ALERT_SUBJECT, WHY_TOLD, type NotificationPlan } from './decide-notifications.js';

/** An alert that stands, and what people have done about it. */
export type AlertToFollow = {
  readonly state: AlertState;
  readonly firedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly followUp: FollowUp;
  /** A breach that is expected while a backlog is being cleared: nobody is told again or besides. */
  readonly isExpected: boolean;
  /** The council's messages about it wait, for a silence or the school holidays: it is not told again. */
  readonly isQuiet: boolean;
};

/** What a message says is missing; nothing where an alert is simply still open. */
const WITHOUT: Readonly<Record<Escalation['unless'], string>> = {
  acknowledged: ' without an acknowledgement',
  planned: ' without a recovery plan',
  cleared: '',
};

type On = { readonly now: Date; readonly holidays: ReadonlySet<Day> };

/**
 * Who is to be told again, or besides, of an alert that stands, by now: the council again while nobody has acknowledged it; further up
 * while nothing has been done; and DfE when a plan is overdue. A function of what stands: whoever runs it, whenever, plans the
 * same steps, and each has an event of its own by which it is told once. After downtime the newest repeat alone is told.
 */
export function followOn(
  alert: AlertToFollow,
  rule: Pick<AlertRule, 'repeatAfter' | 'escalation'>,
  on: On,
): readonly NotificationPlan[] {
  if (alert.firedAt === null || alert.isExpected) return [];
  return [
    ...repeatOf(alert, rule.repeatAfter, on),
    ...rule.escalation.flatMap((step) => escalated(alert, step, on)),
    ...overdue(alert, on),
  ];
}

function repeatOf(
  { state, firedAt, acknowledgedAt, followUp, isQuiet }: AlertToFollow,
  every: number | null,
  { now, holidays }: On,
): readonly NotificationPlan[] {
  if (every === null || firedAt === null || state !== 'firing') return [];
  if (acknowledgedAt || isQuiet) return [];
  if (closingOn(followUp, londonDay(now))) return [];
  const passed = workingDaysBetween(londonDay(firedAt), londonDay(now), holidays);
  const times = Math.floor(passed / every);
  const dueAt = workingInstantAfter(firedAt, times * every, holidays);
  // On the day itself, before the time of day at which it fired, the one before is the newest.
  const n = dueAt > now ? times - 1 : times;
  if (n < 1) return [];
  return [
    planOf({
      ...{ audience: 'council', event: `repeat ${n} ${firedAt.toISOString()}` },
      dueAt: workingInstantAfter(firedAt, n * every, holidays),
      body: 'One measure or return still needs attention, and nobody has acknowledged it.',
    }),
  ];
}

function escalated(
  { state, firedAt, acknowledgedAt, followUp }: AlertToFollow,
  { audience, afterWorkingDays, unless }: Escalation,
  { now, holidays }: On,
): readonly NotificationPlan[] {
  if (firedAt === null || state !== 'firing') return [];
  const isSpared: Readonly<Record<Escalation['unless'], boolean>> = {
    acknowledged: acknowledgedAt !== null,
    planned: standingActions(followUp).length > 0,
    cleared: false,
  };
  if (isSpared[unless] || closingOn(followUp, londonDay(now))) return [];
  const dueAt = workingInstantAfter(firedAt, afterWorkingDays, holidays);
  if (dueAt > now) return [];
  return [
    planOf({
      ...{ audience, event: `escalated ${afterWorkingDays} ${firedAt.toISOString()}`, dueAt },
      body: `One alert has been open for ${afterWorkingDays} working days${WITHOUT[unless]}.`,
    }),
  ];
}

/** A plan that is overdue is DfE's to ask for: the council is never told of DfE's own delay. */
function overdue(alert: AlertToFollow, { now, holidays }: On): readonly NotificationPlan[] {
  const { acknowledgedAt, followUp } = alert;
  const today = londonDay(now);
  const since = planOverdueSince(alert, followUp, { today, holidays });
  if (since === null || acknowledgedAt === null) return [];
  return [
    planOf({
      audience: 'dfe',
      event: `plan overdue ${acknowledgedAt.toISOString()}`,
      dueAt: londonInstant(since, '00:00'),
      body: 'One alert was acknowledged more than 10 working days ago and has no recovery plan.',
    }),
  ];
}

const planOf = (
  plan: Pick<NotificationPlan, 'audience' | 'event' | 'dueAt' | 'body'>,
): NotificationPlan => ({ ...plan, subject: ALERT_SUBJECT, reason: WHY_TOLD[plan.audience] });
