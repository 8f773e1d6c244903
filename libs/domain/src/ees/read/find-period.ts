import { periodFrom, periodFromKey, periodKey, type Period } from '../../periods/index.js';
import type { EesMapping } from './mapping.js';
import { counted, type OddityNotes } from './oddities.js';

/** The period of a row: as it stands, or as the mapping says it is to be read, which is noted. */
export function findPeriod(
  timePeriod: string,
  timeIdentifier: string,
  { mapping, notes }: { mapping: EesMapping; notes: OddityNotes },
): Period | null {
  const sent = `${timePeriod.trim()} ${timeIdentifier.trim()}`;
  const named = mapping.periods?.[sent];
  const read = named
    ? periodFromKey(named)
    : okOr(periodFrom(timePeriod, mapping.timeIdentifier ?? timeIdentifier));
  if (!read) {
    notes.add('period-unreadable', sent, {
      place: sent,
      say: (_examples, count) =>
        `"${sent}" is no period (four digits are a calendar year, six two consecutive years), and the mapping does not say how to read it: not taken (${counted(count, 'row')}).`,
    });
    return null;
  }
  if (periodKey(read).toLowerCase() !== sent.toLowerCase())
    notes.add('period-as-mapped', sent, {
      place: sent,
      say: (_examples, count) =>
        `"${sent}" as published is read as ${periodKey(read)}, as the mapping says (${counted(count, 'row')}).`,
    });
  return read;
}

const okOr = (result: ReturnType<typeof periodFrom>): Period | null =>
  result.ok ? result.value : null;
