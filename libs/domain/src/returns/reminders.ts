import { workingDaysAfter, workingDaysBefore } from '../calendar/index.js';
import { londonDay, londonInstant, type Day } from '../periods/index.js';

/** Who is reminded: the council's own people, the lead of its partnership, and DfE by a digest of the month. */
export type ReminderAudience = 'council' | 'partnership' | 'dfe';

/** One return of which nothing has come, or something has. */
export type ReturnToRemind = {
  readonly councilId: number;
  /** The key of the month. */
  readonly period: string;
  readonly dueAt: Date;
  /** First day on which the month is closed: nobody is reminded from then on. */
  readonly closesOn: Day;
  /** Figures, in part or whole, have come. */
  readonly received: boolean;
  /** An answer without figures; `until` is the day it gave for them, if it gave one. */
  readonly answer: { readonly kind: 'nil' | 'not-available'; readonly until: Day | null } | null;
};

export type Reminder = {
  readonly councilId: number;
  readonly period: string;
  readonly audience: ReminderAudience;
  readonly kind: 'before' | 'due' | 'late';
  /** Names the step and the due day that it belongs to: a recipient is told of it once. */
  readonly step: string;
  readonly at: Date;
};

const SENT_AT = '09:00';
const DAYS_BEFORE = 5;
/** Working days late on which a reminder goes out; after the last of them every `LATE_EVERY`. */
const LATE = [1, 3, 5] as const;
const LATE_EVERY = 5;
const PARTNERSHIP_FROM = 5;
const DFE_FROM = 10;

type Step = Pick<Reminder, 'kind' | 'at'> & {
  readonly name: string;
  readonly audiences: readonly ReminderAudience[];
};

const audiencesAfter = (late: number): readonly ReminderAudience[] => [
  'council',
  ...(late >= PARTNERSHIP_FROM ? (['partnership'] as const) : []),
  ...(late >= DFE_FROM ? (['dfe'] as const) : []),
];

/** The newest step whose time has come; null before the first. Steps that were missed are not made good. */
function newestStep(now: Date, dueAt: Date, holidays: ReadonlySet<Day>): Step | null {
  const dueDay = londonDay(dueAt);
  const at = (day: Day): Date => londonInstant(day, SENT_AT);
  const council = ['council'] as const;
  let newest: Step | null = null;
  const early: readonly Step[] = [
    {
      kind: 'before',
      name: 'before',
      at: at(workingDaysBefore(dueDay, DAYS_BEFORE, holidays)),
      audiences: council,
    },
    { kind: 'due', name: 'due', at: at(dueDay), audiences: council },
  ];
  for (const step of early) if (step.at <= now) newest = step;
  if (newest?.kind !== 'due') return newest;
  let day = dueDay;
  let reached = 0;
  for (let index = 0; ; index += 1) {
    const late = LATE[index] ?? (LATE.at(-1) ?? 0) + (index - LATE.length + 1) * LATE_EVERY;
    day = workingDaysAfter(day, late - reached, holidays);
    reached = late;
    if (at(day) > now) return newest;
    newest = { kind: 'late', name: `late ${late}`, at: at(day), audiences: audiencesAfter(late) };
  }
}

function isSettled({ received, answer, closesOn }: ReturnToRemind, today: Day): boolean {
  if (received || today >= closesOn) return true;
  if (!answer) return false;
  return answer.kind === 'nil' || answer.until === null || today <= answer.until;
}

/**
 * The reminders that are due at a moment: for each return that is still owed the newest step whose time has come, to
 * everybody whom that step is for. After downtime only that one is sent, not those that were missed. Who sends them keeps
 * what was sent: a reminder is one message for each month, step and recipient. Of one month's step DfE gets one
 * reminder, whatever the number of councils.
 */
export function remindersDue(
  now: Date,
  returns: readonly ReturnToRemind[],
  holidays: ReadonlySet<Day>,
): readonly Reminder[] {
  const today = londonDay(now);
  return returns.flatMap((owed) => {
    const step = isSettled(owed, today) ? null : newestStep(now, owed.dueAt, holidays);
    if (!step) return [];
    const { councilId, period } = owed;
    const named = `${step.name}, due ${londonDay(owed.dueAt)}`;
    return step.audiences.map((audience) => ({
      ...{ councilId, period, audience, at: step.at, kind: step.kind, step: named },
    }));
  });
}
