import type { BetterWhen, OrientedBaseline } from './oriented-baseline.js';
import { orientedBaseline } from './oriented-baseline.js';
import { needsCounts, rateBaseline, type MonthCount } from './rate-cusum.js';
import { judgeOfCounts, judgeOfValues, type OrientedFigure, type SumJudge } from './sum-judge.js';

export type SetUp = OrientedBaseline & { readonly judge: SumJudge };

/**
 * How a series is judged from its baseline's oriented figures: by counts where every one has its count and values are no
 * guide, else by values; null where values never change and counts are not known. `direction` is that of the percentages as
 * written, `scale` what a share of 1 is written as.
 */
export function setUpOf(
  baseline: readonly OrientedFigure[],
  { direction, scale }: { readonly direction: BetterWhen; readonly scale: number },
): SetUp | null {
  const values = baseline.flatMap(({ value }) => (value === null ? [] : [value]));
  const counts = baseline.flatMap(({ count }): MonthCount[] => (count === null ? [] : [count]));
  if (values.length === 0) return null;
  const own = orientedBaseline(values);
  const { sigma } = own;
  const rates = counts.length === values.length ? rateBaseline(counts) : null;
  if (rates !== null && needsCounts(rates, sigma)) {
    const shareOf = (level: number) =>
      direction === 'increase' ? level / scale : 1 + level / scale;
    return { ...own, judge: judgeOfCounts(rates, shareOf) };
  }
  return sigma === null ? null : { ...own, judge: judgeOfValues({ ...own, sigma }) };
}
