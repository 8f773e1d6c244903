import { addDecimals } from '../../decimal/decimal.js';
import { monthOf } from '../../periods/index.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { numberParam, say } from '../say.js';
import { publishedPairs } from '../published-pairs.js';
import type { Months } from './month-figures.js';

const CODE = 'PUBLISHED_GAP';

/** How far twelve months lie from the published figure of the year. */
export type Gap = { readonly months: number; readonly published: number; readonly wide: boolean };

/** Wide: more than 5% and more than 5 cases apart. */
export function gapOf(months: number, published: number, rules: IntakeContext['rules']): Gap {
  const apart = Math.abs(months - published);
  const share = numberParam(rules, CODE, 'share', 0.05);
  const cases = numberParam(rules, CODE, 'cases', 5);
  return { months, published, wide: apart > cases && apart > share * published };
}

/**
 * PUBLISHED_GAP: twelve months add up to about the published figure of their calendar year, where that is known already.
 * The parameter `published` names each box's published counterpart, and of which the rule speaks. Said once a year and box, at a month sent now.
 */
export function publishedGap(months: Months, context: IntakeContext): readonly Finding[] {
  const published = pairsOf(context.rules);
  const years = new Map(
    months.all.map((month) => [`${month.councilId} ${month.period.timePeriod}`, month]),
  );
  return [...years.values()].flatMap((month) =>
    published.flatMap(({ box, published: { metric } }) => {
      const year = Number(month.period.timePeriod);
      const all = Array.from({ length: 12 }, (_, n) =>
        months.of(month.councilId, monthOf(year, n + 1)),
      );
      const values = all.map((one) => one.value(box)).filter((value) => value !== null);
      const at = all.flatMap((one) => one.sent(box) ?? []).findLast((c) => !c.blocked);
      const stated = context.publishedFigure(month.councilId, metric, `${year} Calendar year`);
      if (values.length < 12 || !at || stated === null) return [];
      const gap = gapOf(Number(addDecimals(values)), Number(stated), context.rules);
      return gap.wide
        ? say(context.rules, CODE, placeOf(at, null), {
            box: at.metric.title,
            sum: gap.months,
            published: gap.published,
            year,
          })
        : [];
    }),
  );
}

/** The published metrics that the rule compares with. */
export const publishedBeside = (rules: IntakeContext['rules']): readonly string[] =>
  pairsOf(rules).map(({ published }) => published.metric);

/** The pairs of which the rule speaks while figures are sent; a reconciliation shows every pair. */
const pairsOf = (rules: IntakeContext['rules']) => publishedPairs(rules).filter(({ said }) => said);
