import { compareDecimals, type Decimal } from '../../decimal/decimal.js';
import { monthsBefore, MONTHS } from '../../periods/index.js';
import type { Candidate } from '../candidate.js';
import type { Months } from './month-figures.js';

/** The month in which each cumulative count begins again. */
const BEGINS = { 'cumulative-academic': 9, 'cumulative-financial': 4 } as const;

/** A count since the start of its year beside the one of the month before. */
export type CumulativeStep = {
  readonly candidate: Candidate;
  readonly before: Decimal;
  readonly value: Decimal;
  /** −1, 0 or 1 as it fell, stayed or rose. */
  readonly moved: -1 | 0 | 1;
  /** Whether the month is the first of its year. */
  readonly begins: boolean;
  /** The name of that first month. */
  readonly month: string;
};

/** The cumulative counts that were sent now, where last month's is known; those refused already are left out. */
export const cumulativeSteps = (
  candidates: readonly Candidate[],
  months: Months,
): readonly CumulativeStep[] =>
  candidates.flatMap((candidate) => {
    const { basis, code } = candidate.metric;
    if (basis !== 'cumulative-academic' && basis !== 'cumulative-financial') return [];
    const { value, period, council } = candidate;
    if (candidate.blocked || value === null) return [];
    const before = months.of(council.id, monthsBefore(period, 1)).value(code);
    if (before === null) return [];
    const first = BEGINS[basis];
    return [
      {
        candidate,
        before,
        value,
        moved: compareDecimals(value, before),
        begins: Number(period.start.slice(5, 7)) === first,
        month: MONTHS[first - 1] ?? '',
      },
    ];
  });
