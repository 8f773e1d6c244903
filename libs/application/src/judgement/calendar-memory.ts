import { workingInstantAfter } from '#domain/calendar';
import { monthOfDay, monthsBefore, type Day, type Period } from '#domain/periods';
import { dueOf, type Extension } from '#domain/returns';
import type { Programme } from '../ports/index.js';
import { tooLateFrom } from './too-late.js';

/** Far more than the months and deliveries of one judgement; beyond it the memory begins anew. */
const MOST = 10_000;

/** Moments are asked for again for every figure of a month, and bank holidays change only with the programme. */
const memories = new WeakMap<Programme, Map<string, Date>>();

/** When a period's return is due, without an extension or with one. */
export const dueMoment = (
  programme: Programme,
  period: Pick<Period, 'end'>,
  extension: Extension | null = null,
): Date =>
  remembered(programme, `due ${period.end} ${extension?.until ?? ''}`, () =>
    dueOf(programme.returnDefinition, period, programme.holidays, extension ? [extension] : []),
  );

/** The first moment at which a period's return is more than 45 days late. */
export const tooLateMoment = (
  programme: Programme,
  period: Pick<Period, 'end'>,
  extension: Extension | null,
): Date =>
  remembered(programme, `late ${period.end} ${extension?.until ?? ''}`, () =>
    tooLateFrom(dueMoment(programme, period, extension)),
  );

/** The same time of day, so many working days later. */
export const workingDaysLater = (programme: Programme, from: Date, days: number): Date =>
  remembered(programme, `${from.getTime()} ${days}`, () =>
    workingInstantAfter(from, days, programme.holidays),
  );

/** The months of a programme that had ended by a day, newest first: the same for every council. */
export function monthsUntil(programme: Programme, day: Day): readonly Period[] {
  const running = monthOfDay(day);
  const known = months.get(programme);
  if (known?.running === running.start) return known.ended;
  const ended: Period[] = [];
  for (
    let period = monthsBefore(running, 1);
    period.end > programme.startsOn;
    period = monthsBefore(period, 1)
  )
    ended.push(period);
  months.set(programme, { running: running.start, ended });
  return ended;
}

const months = new WeakMap<Programme, { running: Day; ended: readonly Period[] }>();

/** A moment that follows from a period's end alone, as long as the programme stays as it is. */
export const momentOf = (
  programme: Programme,
  name: string,
  { end }: Pick<Period, 'end'>,
  work: () => Date,
): Date => remembered(programme, `${name} ${end}`, work);

function remembered(programme: Programme, key: string, work: () => Date): Date {
  let memory = memories.get(programme);
  if (!memory || memory.size >= MOST) memories.set(programme, (memory = new Map<string, Date>()));
  const known = memory.get(key);
  if (known) return known;
  const found = work();
  memory.set(key, found);
  return found;
}
