import { isWorkingDay } from '../calendar/index.js';
import { addDays, londonDay, type Day, type Period } from '../periods/index.js';

/** What has come of one month's return, and when. */
export type MonthFacts = {
  readonly period: Period;
  readonly dueAt: Date;
  /** When the first figure or answer came in a return of that month; null for none so far. */
  readonly firstSentAt: Date | null;
  /** Its figures were loaded afterwards as history: whether they were on time cannot be said. */
  readonly history: boolean;
  readonly asked: number;
  readonly withNumber: number;
  /** With a number, or with words for why there is none. */
  readonly answered: number;
};

/** What was corrected of one box, and what the rules said of it. Times in hours, medians over what has ended. */
export type BoxFacts = {
  readonly metric: string;
  readonly figures: number;
  readonly corrected: number;
  readonly revisions: number;
  readonly afterApproval: number;
  /** The largest change as a share of the number before it; null where none had a number above 0 before it. */
  readonly largestShare: number | null;
  readonly warnings: number;
  readonly explained: number;
  readonly hoursToExplain: number | null;
  readonly refused: number;
  readonly mended: number;
  readonly hoursToMend: number | null;
};

/** A box of which nothing was ever sent or said. */
export const NO_FACTS: Omit<BoxFacts, 'metric'> = {
  figures: 0,
  corrected: 0,
  revisions: 0,
  afterApproval: 0,
  largestShare: null,
  warnings: 0,
  explained: 0,
  hoursToExplain: null,
  refused: 0,
  mended: 0,
  hoursToMend: null,
};

export type QualityFacts = {
  readonly now: Date;
  readonly holidays: ReadonlySet<Day>;
  readonly months: readonly MonthFacts[];
  readonly boxes: readonly BoxFacts[];
};

export type MonthQuality = MonthFacts & {
  readonly timeliness: 'in-time' | 'late' | 'not-sent' | 'not-due' | 'history';
  /** Working days from the due day to the day it came, or to today; 0 in time. */
  readonly workingDaysLate: number;
};

export type Quality = {
  readonly months: readonly MonthQuality[];
  readonly timeliness: {
    /** Returns that were due by now, history left out. */
    readonly due: number;
    readonly inTime: number;
    readonly late: number;
    readonly notSent: number;
    readonly longestLate: number;
  };
  readonly completeness: {
    readonly asked: number;
    readonly withNumber: number;
    readonly answered: number;
  };
  readonly boxes: readonly (BoxFacts & {
    /** Of its figures, how many were corrected; null without figures. */
    readonly correctedShare: number | null;
  })[];
};

/**
 * What can be said of the quality of a council's figures: counts and times, and no score. Lateness is counted in working
 * days from the due day; months that are not due yet, or were loaded as history, are neither in time nor late.
 */
export function qualityOf(facts: QualityFacts): Quality {
  const months = facts.months.map((month) => monthQuality(month, facts));
  const counted = (kind: MonthQuality['timeliness']): number =>
    months.filter(({ timeliness }) => timeliness === kind).length;
  const [inTime, late, notSent] = [counted('in-time'), counted('late'), counted('not-sent')];
  const owed = months.filter(({ timeliness }) => timeliness !== 'not-due');
  const sum = (pick: (month: MonthQuality) => number): number =>
    owed.reduce((total, month) => total + pick(month), 0);
  return {
    months,
    timeliness: {
      due: inTime + late + notSent,
      inTime,
      late,
      notSent,
      longestLate: Math.max(0, ...months.map(({ workingDaysLate }) => workingDaysLate)),
    },
    completeness: {
      asked: sum(({ asked }) => asked),
      withNumber: sum(({ withNumber }) => withNumber),
      answered: sum(({ answered }) => answered),
    },
    boxes: facts.boxes.map((box) => ({
      ...box,
      correctedShare: box.figures === 0 ? null : box.corrected / box.figures,
    })),
  };
}

function monthQuality(month: MonthFacts, { now, holidays }: QualityFacts): MonthQuality {
  const { firstSentAt, dueAt, history } = month;
  if (history) return { ...month, timeliness: 'history', workingDaysLate: 0 };
  if (firstSentAt === null && now <= dueAt)
    return { ...month, timeliness: 'not-due', workingDaysLate: 0 };
  const came = firstSentAt ?? now;
  const timeliness = firstSentAt === null ? 'not-sent' : came <= dueAt ? 'in-time' : 'late';
  const workingDaysLate =
    came <= dueAt
      ? 0
      : Math.max(1, workingDaysBetween(londonDay(dueAt), londonDay(came), holidays));
  return { ...month, timeliness, workingDaysLate };
}

/** Working days after one day, up to and with another. */
function workingDaysBetween(from: Day, to: Day, holidays: ReadonlySet<Day>): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) count += 1;
  return count;
}
