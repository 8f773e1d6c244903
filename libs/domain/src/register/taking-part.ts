import type { Day, Period } from '../periods/period.js';
import type { Council, Register } from './register.js';

type Held = { readonly from: Day; readonly to: Day | null };
type Span = Pick<Period, 'start' | 'end'>;

const overlaps = (held: Held, period: Span): boolean =>
  held.from < period.end && (held.to === null || held.to > period.start);

/** Whether the council existed throughout the period. */
export const existedIn = (council: Council, { start, end }: Span): boolean =>
  (council.endedOn === null || council.endedOn >= end) &&
  council.codes.some(({ validFrom }) => validFrom === null || validFrom <= start);

/** What is said of each council; made once for a list, since it is asked for month by month. */
const lists = new WeakMap<readonly object[], ReadonlyMap<number, readonly object[]>>();

function ofCouncil<T extends { readonly councilId: number }>(
  all: readonly T[],
  councilId: number,
): readonly T[] {
  let byCouncil = lists.get(all) as Map<number, T[]> | undefined;
  if (!byCouncil) {
    byCouncil = new Map<number, T[]>();
    for (const one of all)
      byCouncil.set(one.councilId, [...(byCouncil.get(one.councilId) ?? []), one]);
    lists.set(all, byCouncil);
  }
  return byCouncil.get(councilId) ?? [];
}

/** Whether the council was in the programme in any part of the period. */
export const isMember = (register: Register, councilId: number, period: Span): boolean =>
  ofCouncil(register.memberships, councilId).some((m) => overlaps(m, period));

/** Whether the council took part in a reform, in any version, in any part of the period. */
export const isParticipating = (
  register: Register,
  councilId: number,
  reform: string,
  period: Span,
): boolean =>
  ofCouncil(register.participations, councilId).some(
    (p) => p.reform === reform && overlaps(p, period),
  );

/**
 * When a council stops testing a reform version, and why if it was halted; `on` is null while no end is set. Null where it
 * never tests it.
 */
export function testEndOf(
  { participations }: Pick<Register, 'participations'>,
  of: { readonly councilId: number; readonly reform: string; readonly version: number },
): { readonly on: Day | null; readonly haltedReason: string | null } | null {
  const own = participations.filter(
    (one) =>
      one.councilId === of.councilId && one.reform === of.reform && one.version === of.version,
  );
  const last = own.find(({ to }) => to === null) ?? latestEnd(own);
  return last ? { on: last.to, haltedReason: last.haltedReason } : null;
}

const latestEnd = (own: Register['participations']): Register['participations'][number] | null =>
  own.reduce<Register['participations'][number] | null>(
    (last, one) => (last && (last.to ?? '') >= (one.to ?? '') ? last : one),
    null,
  );
