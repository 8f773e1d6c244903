import type { Decimal } from '../../decimal/decimal.js';
import { TOTAL } from '../../observations/observation.js';
import { monthsBefore, periodKey, type Period } from '../../periods/index.js';
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
  /** The numbers of a box in the months before one, oldest first; null for a month without a number. */
  readonly past: (
    at: Pick<MonthFigures, 'councilId' | 'period'>,
    of: { readonly box: string; readonly count: number },
  ) => readonly (number | null)[];
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
  return {
    all: firsts.map(({ council, period }) => of(council.id, period)),
    of,
    past: ({ councilId, period }, { box, count }) =>
      Array.from({ length: count }, (_, index) =>
        numberOf(of(councilId, monthsBefore(period, count - index)), box),
      ),
  };
}

/**
 * The same months when nothing more will be refused: several rules look at the same months behind every number, so each
 * of them is looked up once.
 */
export function settledMonths(months: Months): Months {
  const boxes = new Map<string, Map<string, number | null>>();
  const before = new Map<string, readonly Period[]>();
  const monthsBehind = (period: Period, count: number): readonly Period[] => {
    const key = `${period.start} ${count}`;
    const known = before.get(key);
    if (known) return known;
    const found = Array.from({ length: count }, (_, index) => monthsBefore(period, count - index));
    before.set(key, found);
    return found;
  };
  return {
    ...months,
    past: ({ councilId, period }, { box, count }) => {
      const key = `${councilId} ${box}`;
      const row = boxes.get(key) ?? new Map<string, number | null>();
      boxes.set(key, row);
      return monthsBehind(period, count).map((month) => {
        const known = row.get(month.start);
        if (known !== undefined) return known;
        const found = numberOf(months.of(councilId, month), box);
        row.set(month.start, found);
        return found;
      });
    },
  };
}

function numberOf(month: MonthFigures, box: string): number | null {
  const value = month.value(box);
  return value === null ? null : Number(value);
}

const keyOf = (councilId: number, period: Period): string => `${councilId} ${periodKey(period)}`;
