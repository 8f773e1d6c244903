import type { Metric } from '#domain/metrics';
import { londonDay, londonInstant, monthOfDay, monthsBefore, type Period } from '#domain/periods';
import { isMember, isParticipating } from '#domain/register';
import type { Programme } from '../ports/index.js';
import { dueOf, workingDaysLater } from './calendar-memory.js';

/** A period for which a figure was to be there by a moment. */
export type ExpectedPeriod = { readonly period: Period; readonly expectedBy: Date };

/** The time of day at which statistics are published. */
const PUBLISHED_AT = '09:30';

/**
 * The periods for which a series was expected to have a figure, up to now: for published series those of each
 * publication; for monthly measures the months of membership (and of participation, for a reform's measures).
 */
export function expectedPeriods(
  programme: Programme,
  metric: Metric,
  councilId: number,
  now: Date,
): readonly ExpectedPeriod[] {
  if (metric.type === 'published') {
    return programme.publications
      .filter((publication) => publication.metrics.includes(metric.code))
      .map(({ period, publishedOn }) => ({
        period,
        expectedBy: londonInstant(publishedOn, PUBLISHED_AT),
      }));
  }
  return monthsOwed(programme, councilId, now).filter(
    ({ period }) =>
      metric.askedOf === 'all' ||
      isParticipating(programme.register, councilId, metric.askedOf, period),
  );
}

/** Every month that a council owes a return for, and the moment from which silence counts. */
export function monthsOwed(
  programme: Programme,
  councilId: number,
  now: Date,
): readonly ExpectedPeriod[] {
  const { register, startsOn } = programme;
  const grace = graceWorkingDays(programme);
  const owed: ExpectedPeriod[] = [];
  for (
    let period = monthsBefore(monthOfDay(londonDay(now)), 1);
    period.end > startsOn;
    period = monthsBefore(period, 1)
  ) {
    if (!isMember(register, councilId, period)) continue;
    owed.push({
      period,
      expectedBy: workingDaysLater(programme, dueOf(programme, period), grace),
    });
  }
  return owed.reverse();
}

/** Working days of grace after the due date, as the rule on missing returns says. */
export function graceWorkingDays(programme: Programme): number {
  for (const { condition } of programme.alertRules)
    if (condition.kind === 'return-missing') return condition.graceWorkingDays;
  return 0;
}
