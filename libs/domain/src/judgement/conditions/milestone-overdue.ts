import { workingDaysAfter } from '../../calendar/index.js';
import type { MilestoneRecord } from '../../delivery/index.js';
import { formatDay, londonInstant, type Day } from '../../periods/index.js';
import type { MilestoneOverdue } from '../judgement-types.js';
import { endOfDay, type OverdueSpell } from './overdue-spells.js';

type On = {
  /** The day from which the council no longer tests the reform version; null while it does. */
  readonly endsOn: Day | null;
  readonly holidays: ReadonlySet<Day>;
};

/** From when on a milestone that was due on a day is overdue: the end of the working day that the rule names. */
export const milestoneOverdueFrom = (
  due: Day,
  { workingDays }: Pick<MilestoneOverdue, 'workingDays'>,
  holidays: ReadonlySet<Day>,
): Date => endOfDay(workingDaysAfter(due, workingDays, holidays));

/**
 * The stretches in which a milestone was overdue: one for each of its dates, ended by the next date, by its being done, or
 * with the test of the reform there.
 */
export function milestoneSpells(
  milestone: MilestoneRecord,
  rule: MilestoneOverdue,
  { endsOn, holidays }: On,
): readonly OverdueSpell[] {
  const spells: OverdueSpell[] = [];
  const ends = endsOn === null ? null : londonInstant(endsOn, '00:00');
  let due: Day | null = milestone.due;
  let agreedAt = milestone.plannedAt;
  const add = (day: Day, until: Date | null, clear: string): void => {
    const stops = ends !== null && (until === null || ends <= until);
    const from = milestoneOverdueFrom(day, rule, holidays);
    spells.push({
      due: day,
      // A day that had passed already when it was agreed is overdue from then on.
      from: from > agreedAt ? from : agreedAt,
      until: stops ? ends : until,
      breach: `“${milestone.title}” was due on ${formatDay(day)}. It is not done, and no new date is agreed.`,
      clear: stops ? 'The reform is no longer tested here.' : clear,
    });
  };
  for (const { at, deed } of milestone.entries) {
    if (due === null) break;
    const next: Day | null = deed.kind === 'redate' ? deed.due : null;
    add(due, at, next === null ? 'It is done.' : `It is now due on ${formatDay(next)}.`);
    [due, agreedAt] = [next, at];
  }
  if (due !== null) add(due, null, '');
  return spells;
}
