import { dueInstant } from '../calendar/index.js';
import type { ReturnDefinition } from '../metrics/metric.js';
import { londonInstant, monthsBefore, type Day, type Period } from '../periods/index.js';

/** More time for one council's return of one month: until the end of a day, as granted at a moment. */
export type Extension = { readonly until: Day; readonly grantedAt: Date };

/** The extension that counts: the last one granted. */
export const lastGranted = <T extends Extension>(extensions: readonly T[]): T | null =>
  extensions.reduce<T | null>(
    (last, one) => (last && last.grantedAt > one.grantedAt ? last : one),
    null,
  );

/**
 * When a return is due: so many working days after its period, at a time of day; with an extension at that time of day
 * on the last day of the extension granted last.
 */
export function dueOf(
  definition: Pick<ReturnDefinition, 'due'>,
  period: Pick<Period, 'end'>,
  holidays: ReadonlySet<Day>,
  extensions: readonly Extension[],
): Date {
  const last = lastGranted(extensions);
  return last
    ? londonInstant(last.until, definition.due.at)
    : dueInstant(period, definition.due, holidays);
}

/** The first day on which a period is closed for changes. */
export const closesOn = (
  period: Pick<Period, 'end'>,
  definition: Pick<ReturnDefinition, 'revisionMonths'>,
): Day => monthsBefore({ start: period.end }, -definition.revisionMonths).start;
