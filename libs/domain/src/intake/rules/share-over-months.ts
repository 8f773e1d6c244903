import { addDecimals } from '../../decimal/decimal.js';
import { monthsBefore } from '../../periods/index.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { numberParam, say } from '../say.js';
import { boxParams } from './box-params.js';
import type { MonthFigures, Months } from './month-figures.js';

type Share = { readonly part: number; readonly whole: number };

/**
 * EXCEPTION_ON_TIME and REFUSAL_AS_WITHDRAWAL: a part of a whole, added up over some months, is at most a share of it.
 * Parameters: the boxes `part` and `whole`, `most` (the share), `smallest` (the part below which nothing is said), and
 * the lengths `over` in months, of which the first that speaks does. A length with a number missing says nothing.
 */
export function shareOverMonths(
  code: 'EXCEPTION_ON_TIME' | 'REFUSAL_AS_WITHDRAWAL',
  months: Months,
  context: IntakeContext,
): readonly Finding[] {
  const { rules } = context;
  const [part, whole] = boxParams(rules, code, ['part', 'whole']) ?? [];
  if (part === undefined || whole === undefined) return [];
  const most = numberParam(rules, code, 'most', 1);
  const smallest = numberParam(rules, code, 'smallest', 0);
  const lengths = ['shortMonths', 'longMonths'].map((name) => numberParam(rules, code, name, 12));
  return months.all.flatMap((month) => {
    const at = [part, whole].flatMap((box) => month.sent(box) ?? []).find((c) => !c.blocked);
    if (!at) return [];
    for (const length of lengths) {
      const sums = {
        part: added(part, length, { month, months }),
        whole: added(whole, length, { month, months }),
      };
      if (sums.part === null || sums.whole === null) continue;
      const share: Share = { part: sums.part, whole: sums.whole };
      if (share.part < smallest || share.part <= most * share.whole) continue;
      return say(rules, code, placeOf(at, at.sent), { ...share, months: length });
    }
    return [];
  });
}

function added(
  box: string,
  length: number,
  { month, months }: { readonly month: MonthFigures; readonly months: Months },
): number | null {
  const values = Array.from({ length }, (_, ago) =>
    months.of(month.councilId, monthsBefore(month.period, ago)).value(box),
  ).filter((value) => value !== null);
  return values.length < length ? null : Number(addDecimals(values));
}
