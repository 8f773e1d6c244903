import type { Day, Period } from '../periods/period.js';
import type { Register } from './register.js';

type Held = { readonly from: Day; readonly to: Day | null };
type Span = Pick<Period, 'start' | 'end'>;

const overlaps = (held: Held, period: Span): boolean =>
  held.from < period.end && (held.to === null || held.to > period.start);

/** Whether the council was in the programme in any part of the period. */
export const isMember = (register: Register, councilId: number, period: Span): boolean =>
  register.memberships.some((m) => m.councilId === councilId && overlaps(m, period));

/** Whether the council took part in a reform, in any version, in any part of the period. */
export const isParticipating = (
  register: Register,
  councilId: number,
  reform: string,
  period: Span,
): boolean =>
  register.participations.some(
    (p) => p.councilId === councilId && p.reform === reform && overlaps(p, period),
  );
