import { ruleAt } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import { londonDay, londonInstant, periodKey, type Period } from '#domain/periods';
import { isMember, isParticipating } from '#domain/register';
import { lastGranted } from '#domain/returns';
import type { GrantedExtension, Programme } from '../ports/index.js';
import { dueMoment, momentOf, monthsUntil, workingDaysLater } from './calendar-memory.js';

/** A period for which a figure was to be there by a moment. */
export type ExpectedPeriod = { readonly period: Period; readonly expectedBy: Date };

/** A month that a council owes a return for, with the extensions granted for it, in their order. */
export type OwedMonth = ExpectedPeriod & { readonly extensions: readonly GrantedExtension[] };

/** The time of day at which statistics are published. */
const PUBLISHED_AT = '09:30';

/**
 * The periods for which a series was expected to have a figure, up to now: for published series those of each
 * publication; for monthly measures the months of membership (and of participation, for a reform's measures).
 */
export function expectedPeriods(
  programme: Programme,
  metric: Metric,
  of: Owing,
): readonly ExpectedPeriod[] {
  if (metric.type === 'published') {
    return programme.publications
      .filter((publication) => publication.metrics.includes(metric.code))
      .map(({ period, publishedOn }) => ({
        period,
        expectedBy: londonInstant(publishedOn, PUBLISHED_AT),
      }));
  }
  return monthsOwed(programme, of).filter(
    ({ period }) =>
      metric.askedOf === 'all' ||
      isParticipating(programme.register, of.councilId, metric.askedOf, period),
  );
}

/** A council up to now, with every extension that it was granted. */
type Owing = {
  readonly councilId: number;
  readonly extensions: readonly GrantedExtension[];
  readonly now: Date;
};

/**
 * Every month that a council owes a return for, and the moment from which silence counts: the end of the grace after the
 * due moment. An extension moves it when it was granted before silence counted; what was missing then stays missing.
 */
export function monthsOwed(
  programme: Programme,
  { councilId, extensions, now }: Owing,
): readonly OwedMonth[] {
  const { register } = programme;
  const owed: OwedMonth[] = [];
  for (const period of monthsUntil(programme, londonDay(now))) {
    if (!isMember(register, councilId, period)) continue;
    const granted = extensions.filter((one) => one.period === periodKey(period));
    const expectedBy = granted.reduce(
      (by, one) => (one.grantedAt < by ? silenceFrom(programme, period, [one]) : by),
      momentOf(programme, 'silence', period, () => silenceFrom(programme, period, [])),
    );
    owed.push({ period, expectedBy, extensions: granted });
  }
  return owed.reverse();
}

/** The moment from which silence about a month counts, with these extensions. */
export function silenceFrom(
  programme: Programme,
  period: Period,
  extensions: readonly GrantedExtension[],
): Date {
  const dueAt = dueMoment(programme, period, lastGranted(extensions));
  return workingDaysLater(programme, dueAt, graceWorkingDays(programme, period));
}

/** Working days of grace after the due date, as the rule on missing returns said when the month was due. */
export function graceWorkingDays(programme: Programme, period: Period): number {
  const dueAt = dueMoment(programme, period);
  const rule = ruleAt(
    programme.ruleHistory.filter(({ rule }) => rule.condition.kind === 'return-missing'),
    dueAt,
  );
  return rule?.condition.kind === 'return-missing' ? rule.condition.graceWorkingDays : 0;
}
