import type { AlertChange, AlertRecipient, AlertRule } from '../judgement/index.js';

/** Who is told: the council, its partnership and DfE of an alert; the board that one has been open for very long. */
export type Audience = AlertRecipient['audience'] | 'board';

/** One message to one audience: when, and why they are told. No figure and no measure is in it; a link leads there. */
export type NotificationPlan = {
  readonly audience: Audience;
  readonly event: string;
  readonly dueAt: Date;
  readonly subject: string;
  readonly body: string;
  readonly reason: string;
};

/** Whether a message says that an alert is over, and not that one is open. */
export const isGoodNews = (event: string): boolean => /^(resolved|rejudged|withdrawn) /.test(event);

/** The subject of every message about an alert: it names no council and no measure. */
export const ALERT_SUBJECT = 'Something to look at in the change programme';

const BODIES = {
  fired: 'One measure or return needs attention.',
  'fired-again': 'One measure that was recovering needs attention again.',
  resolved: 'One alert that you were told about has cleared.',
  rejudged: 'One alert that you were told about would not have opened on the corrected figures.',
  withdrawn: 'One alert that you were told about was taken back: its rule was changed.',
} as const;

/** What is said instead when an alert about a promise fires: it names no measure. */
const FIRED: Partial<Record<AlertRule['condition']['kind'], string>> = {
  'milestone-overdue': 'A delivery milestone needs attention.',
  'answer-overdue': 'Somebody is waiting for an answer or a plan.',
};

/** Why each audience is told, in the words that they are given. */
export const WHY_TOLD: Readonly<Record<Audience, string>> = {
  council: 'You are told because you send or approve the returns of this council.',
  partnership: 'You are told because you lead the partnership of this council.',
  dfe: 'You are told because you follow the alerts of the programme.',
  board: 'You are told because you are on the board of the programme.',
};

const isTold = (event: AlertChange['event']): event is keyof typeof BODIES => event in BODIES;

/**
 * Who is told of a change, when, and why. An alert that fires is told to the council first and to others after the rule's
 * working days; that it cleared or was re-judged is told to everyone at once. What only moves marks (pending, recovering,
 * data stopped) is told to nobody.
 */
export function decideNotifications(
  change: AlertChange,
  rule: AlertRule,
  workingDaysLater: (from: Date, days: number) => Date,
): readonly NotificationPlan[] {
  const { event, alert } = change;
  if (!isTold(event)) return [];
  const opening = event === 'fired' || event === 'fired-again';
  if (!opening && alert.firedAt === null) return [];
  const at = change.steps.at(-1)?.at ?? alert.since;
  return rule.recipients.map(({ audience, afterWorkingDays }) => ({
    audience,
    event: `${event} ${at.toISOString()}`,
    dueAt: opening ? workingDaysLater(at, afterWorkingDays) : at,
    subject: ALERT_SUBJECT,
    body: (opening && FIRED[rule.condition.kind]) || BODIES[event],
    reason: WHY_TOLD[audience],
  }));
}
