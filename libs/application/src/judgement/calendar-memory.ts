import { workingInstantAfter } from '#domain/calendar';
import type { Period } from '#domain/periods';
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

function remembered(programme: Programme, key: string, work: () => Date): Date {
  let memory = memories.get(programme);
  if (!memory || memory.size >= MOST) memories.set(programme, (memory = new Map<string, Date>()));
  const known = memory.get(key);
  if (known) return known;
  const found = work();
  memory.set(key, found);
  return found;
}
