import { dueInstant, isWorkingDay, workingDaysAfter } from '#domain/calendar';
import { addDays, londonDay, londonInstant } from '#domain/periods';
import type { Inputs } from './inputs.js';
import { monthOf } from './months.js';
import { randomOf, type Random } from './random.js';

export type Sending = {
  readonly council: string;
  /** A month, or `backfill`. */
  readonly what: string;
  readonly sentAt: Date;
  /** Null where nobody had approved it by the opening. */
  readonly approvedAt: Date | null;
};

const BACKFILL = 'backfill';
/** The backfills come in the fortnight after this day, as membership begins. */
const JOINED = '2023-01-06';

/** When a council sent a month's return: some working days before it was due. */
export function sendingOf(inputs: Inputs, council: string, month: number): Sending {
  const told = inputs.story.sent.find(
    (one) => one.council === council && one.month === monthOf(month),
  );
  if (told)
    return {
      council,
      what: told.month,
      sentAt: new Date(told.sentAt),
      approvedAt: told.approvedAt === null ? null : new Date(told.approvedAt),
    };
  const chance = randomOf(inputs.story.seed, council, 'sending', monthOf(month));
  const end = `${monthOf(month + 1)}-01`;
  const latest = londonDay(dueInstant({ end }, inputs.due, inputs.holidays));
  const last = latest < londonDay(inputs.opensAt) ? latest : addDays(londonDay(inputs.opensAt), -1);
  const days = workingDays(workingDaysAfter(addDays(end, -1), 4, inputs.holidays), last, inputs);
  return sent({ inputs, council, what: monthOf(month), chance }, days);
}

/** The file of the years before the first return. */
export function backfillOf(inputs: Inputs, council: string): Sending {
  const chance = randomOf(inputs.story.seed, council, 'sending', BACKFILL);
  const days = workingDays(JOINED, workingDaysAfter(JOINED, 10, inputs.holidays), inputs);
  return sent({ inputs, council, what: BACKFILL, chance }, days);
}

type Sent = Pick<Sending, 'council' | 'what'> & { inputs: Inputs; chance: Random };

/** In office hours on one of the days; approved one to three working days later. */
function sent({ inputs, council, what, chance }: Sent, days: readonly string[]): Sending {
  const day = days[Math.floor(chance.unit() * days.length)] ?? '';
  const later = 1 + Math.floor(chance.unit() * 3);
  const sentAt = londonInstant(day, officeHour(chance));
  const approvedAt = londonInstant(
    workingDaysAfter(day, later, inputs.holidays),
    officeHour(chance),
  );
  return { council, what, sentAt, approvedAt: approvedAt < inputs.opensAt ? approvedAt : null };
}

/** Between 9 and 5. */
function officeHour({ unit }: Random): string {
  const [hour, minute] = [9 + Math.floor(unit() * 8), Math.floor(unit() * 60)];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function workingDays(from: string, to: string, { holidays }: Inputs): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) days.push(day);
  return days;
}
