import { formatPeriod } from '../../periods/index.js';
import type { Verdict } from '../judgement-types.js';
import type { Watched } from '../watched-series.js';

/**
 * A council outside the 99.8% limits of the funnel of all reporting councils, over-dispersion counted; either side. Clear inside
 * the 95% limits. Too few cases are not judged: in a funnel they are not drawn.
 */
export function judgeUnlikeTheOthers({ funnels }: Pick<Watched, 'funnels'>): readonly Verdict[] {
  return funnels.map(({ period, place }): Verdict => {
    const when = formatPeriod(period);
    if (place === null)
      return { period, kind: 'not-judged', reason: `There are too few cases in ${when}.` };
    const { numerator, denominator, centre } = place;
    const own = Math.round((1000 * numerator) / denominator) / 10;
    const side = place.z > 0 ? 'above' : 'below';
    const said = `${own}% (${numerator} of ${denominator}) in ${when}; all reporting councils together ${Math.round(centre * 10) / 10}%`;
    if (place.outside998)
      return {
        period,
        kind: 'breach',
        reason: `${said}: further ${side} them than the size of the council and the usual differences between councils explain (z ${place.z.toFixed(1)}). It may be a way of recording.`,
      };
    return place.outside95
      ? {
          period,
          kind: 'hold',
          reason: `${said}: ${side} the 95% limits, inside the 99.8% limits.`,
        }
      : { period, kind: 'clear', reason: `${said}: inside the usual differences.` };
  });
}
