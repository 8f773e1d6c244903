import type { Decimal } from '../../decimal/decimal.js';
import { TOTAL } from '../../observations/observation.js';
import { periodKey, type Period } from '../../periods/period.js';
import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';

/** The figures of one council's month as they will stand when what is refused so far has been left out. */
export type MonthFigures = {
  readonly councilId: number;
  readonly period: Period;
  readonly sent: (box: string) => Candidate | undefined;
  /** The number of a box as it will stand: what was sent, or what stands already where nothing was or it is refused. */
  readonly value: (box: string) => Decimal | null;
};

export type Months = {
  /** The months of which something was sent now. */
  readonly all: readonly MonthFigures[];
  /** Any month of a council. */
  readonly of: (councilId: number, period: Period) => MonthFigures;
};

/** Groups what was sent by council and month. */
export function monthsOf(candidates: readonly Candidate[], context: IntakeContext): Months {
  const groups = new Map<string, Map<string, Candidate>>();
  const firsts: Candidate[] = [];
  for (const candidate of candidates) {
    const key = keyOf(candidate.council.id, candidate.period);
    const group = groups.get(key);
    if (group) group.set(candidate.metric.code, candidate);
    else {
      groups.set(key, new Map([[candidate.metric.code, candidate]]));
      firsts.push(candidate);
    }
  }
  const of = (councilId: number, period: Period): MonthFigures => {
    const group = groups.get(keyOf(councilId, period));
    const sent = (box: string): Candidate | undefined => group?.get(box);
    const value = (box: string): Decimal | null => {
      const now = sent(box);
      if (now && !now.blocked) return now.value;
      return context.known(councilId, box, periodKey(period), TOTAL)?.value ?? null;
    };
    return { councilId, period, sent, value };
  };
  return { all: firsts.map(({ council, period }) => of(council.id, period)), of };
}

const keyOf = (councilId: number, period: Period): string => `${councilId} ${periodKey(period)}`;
