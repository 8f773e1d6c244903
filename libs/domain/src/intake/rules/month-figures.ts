import type { Decimal } from '../../decimal/decimal.js';
import { TOTAL } from '../../observations/observation.js';
import { periodKey, type Period } from '../../periods/period.js';
import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';

/** The figures of one council's month: what was sent now, and what stands where nothing was. */
export type MonthFigures = {
  readonly councilId: number;
  readonly period: Period;
  readonly sent: (box: string) => Candidate | undefined;
  /** The number of a box; null when there is none, or when what was sent is refused. */
  readonly value: (box: string) => Decimal | null;
  readonly earlier: (box: string, period: Period) => Decimal | null;
};

/** Groups what was sent by council and month. */
export function monthsOf(
  candidates: readonly Candidate[],
  context: IntakeContext,
): readonly MonthFigures[] {
  const groups = new Map<string, Map<string, Candidate>>();
  for (const candidate of candidates) {
    const key = `${candidate.council.id} ${periodKey(candidate.period)}`;
    const group = groups.get(key) ?? new Map<string, Candidate>();
    groups.set(key, group.set(candidate.metric.code, candidate));
  }
  const valueIn = (councilId: number, period: Period, box: string): Decimal | null => {
    const sent = groups.get(`${councilId} ${periodKey(period)}`)?.get(box);
    if (sent) return sent.blocked ? null : sent.value;
    return context.known(councilId, box, periodKey(period), TOTAL)?.value ?? null;
  };
  return [...groups.values()].flatMap((group) => {
    const one = group.values().next().value;
    if (!one) return [];
    const { period, council } = one;
    return [
      {
        councilId: council.id,
        period,
        sent: (box) => group.get(box),
        value: (box) => valueIn(council.id, period, box),
        earlier: (box, when) => valueIn(council.id, when, box),
      },
    ];
  });
}
