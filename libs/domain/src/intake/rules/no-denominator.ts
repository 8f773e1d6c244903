import { workOutMeasure } from '../../metrics/work-out-measure.js';
import { TOTAL } from '../../observations/observation.js';
import type { IntakeContext } from '../check-submission-types.js';
import type { Finding } from '../finding.js';
import { placeOf } from '../read-figure-cells.js';
import { say } from '../say.js';
import type { MonthFigures } from './month-figures.js';

/** NO_DENOMINATOR: 0 of 0 is "no cases", not 0%. Said once for a measure, where its denominator was sent now. */
export function noDenominator(
  months: readonly MonthFigures[],
  context: IntakeContext,
): readonly Finding[] {
  const rates = context.metrics.filter(
    (metric) => metric.type === 'measure' && metric.denominator.kind === 'sum',
  );
  return months.flatMap((month) =>
    rates.flatMap((metric) => {
      const whole = metric.denominator.kind === 'sum' ? metric.denominator.sum.plus[0] : undefined;
      const at = whole ? month.sent(whole) : undefined;
      if (!at || at.blocked) return [];
      const figure = (box: string) => {
        const value = month.value(box);
        return value === null ? undefined : { value, state: 'value' as const };
      };
      const worked = workOutMeasure(metric, month.period, {
        box: figure,
        prefilled: () => undefined,
        breakdown: TOTAL,
      });
      const none =
        worked.state === 'value' && worked.denominator === '0' && worked.numerator === '0';
      return none
        ? say(context.rules, 'NO_DENOMINATOR', placeOf(at, at.sent), { measure: metric.title })
        : [];
    }),
  );
}
