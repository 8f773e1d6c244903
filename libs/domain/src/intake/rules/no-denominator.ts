import type { Metric } from '../../metrics/metric.js';
import { workOutMeasure } from '../../metrics/work-out-measure.js';
import { TOTAL } from '../../observations/observation.js';
import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { say } from '../say.js';
import type { MonthFigures, Months } from './month-figures.js';

/** NO_DENOMINATOR: 0 of 0 is "no cases", not 0%. Said once for a measure, where one of its numbers was sent now. */
export function noDenominator(months: Months, context: IntakeContext): readonly Finding[] {
  const rates = context.metrics.filter(
    ({ type, denominator }) =>
      type === 'measure' && (denominator.kind === 'sum' || denominator.kind === 'lagged'),
  );
  return months.all.flatMap((month) =>
    rates.flatMap((metric) => {
      const at = sentFor(metric, month);
      return at && noCases(metric, month, months)
        ? say(context.rules, 'NO_DENOMINATOR', placeOf(at, at.sent), { measure: metric.title })
        : [];
    }),
  );
}

/** The denominator where it was sent now, otherwise what is above the line. */
function sentFor({ numerator, denominator }: Metric, month: MonthFigures): Candidate | undefined {
  const whole = denominator.kind === 'sum' ? denominator.sum.plus : [];
  return [...whole, ...(numerator?.plus ?? [])]
    .flatMap((box) => month.sent(box) ?? [])
    .find((candidate) => !candidate.blocked);
}

function noCases(metric: Metric, month: MonthFigures, months: Months): boolean {
  const worked = workOutMeasure(metric, month.period, {
    box: (code, period) => {
      const value = months.of(month.councilId, period).value(code);
      return value === null ? undefined : { value, state: 'value' };
    },
    prefilled: () => undefined,
    breakdown: TOTAL,
  });
  return worked.state === 'value' && worked.denominator === '0' && worked.numerator === '0';
}
