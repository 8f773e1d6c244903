import { londonInstant, monthOf, monthOfDay, type Day, type Period } from '../../periods/index.js';
import type { Verdict } from '../judgement-types.js';

/** The time of day in London at which a working day ends. */
const DAY_ENDS = '17:00';

/** A stretch of time in which something that was promised for a day was owed for too long. Half-open. */
export type OverdueSpell = {
  /** The day for which it was promised. */
  readonly due: Day;
  readonly from: Date;
  /** Null while nothing has ended it. */
  readonly until: Date | null;
  readonly breach: string;
  readonly clear: string;
};

export const endOfDay = (day: Day): Date => londonInstant(day, DAY_ENDS);

/**
 * Judges a promise at a moment from its spells, oldest first: each is a series of its own. A spell that has not begun, or was
 * over before it could begin, is nothing. Its period is the month of the day it was promised for, or the next one after the
 * spell before it, so that no two have the same.
 */
export function judgeOverdue(spells: readonly OverdueSpell[], at: Date): readonly Verdict[] {
  let last: Period | null = null;
  const verdicts: Verdict[] = [];
  for (const { due, from, until, breach, clear } of spells) {
    if (from > at || (until !== null && until <= from)) continue;
    const month = monthOfDay(due);
    const period: Period = last && month.start <= last.start ? monthAfter(last) : month;
    verdicts.push({ period, kind: 'breach', reason: breach });
    if (until !== null && until <= at) verdicts.push({ period, kind: 'clear', reason: clear });
    last = period;
  }
  return verdicts;
}

/** The moments at which what these spells say changes. */
export const momentsOfSpells = (spells: readonly OverdueSpell[]): readonly Date[] =>
  spells.flatMap(({ from, until }) => (until === null ? [from] : [from, until]));

function monthAfter({ end }: Period): Period {
  return monthOf(Number(end.slice(0, 4)), Number(end.slice(5, 7)));
}
