import { exactBinomialInterval } from '#statistics';
import type { JudgedPoint } from '../../assessment/index.js';
import type { PublishedFloor as Floor, Verdict } from '../judgement-types.js';

type Count = { readonly numerator: number; readonly denominator: number };

const percent = (share: number): string => `${(Math.floor(share * 1000 + 0.5) / 10).toFixed(1)}%`;

/**
 * Judges a published yearly percentage, oldest year first: a breach when even the upper end of its exact interval is
 * below the floor; clear only at `clearAt` or more. Fewer cases than the minimum are pooled with the year before. A year
 * without a figure is no data: it neither clears nor breaches. Source: the programme's alert rules, number 8.
 */
export function judgePublishedFloor(
  points: readonly JudgedPoint[],
  rule: Floor,
): readonly Verdict[] {
  let before: Count | null = null;
  return points.map((point) => {
    const count = countOf(point);
    const verdict = verdictOf(point, count, { before, rule });
    before = count;
    return verdict;
  });
}

function countOf(point: JudgedPoint): Count | null {
  if (point.state !== 'value' || point.numerator === null || point.denominator === null)
    return null;
  return { numerator: Number(point.numerator), denominator: Number(point.denominator) };
}

function verdictOf(
  { period }: JudgedPoint,
  count: Count | null,
  { before, rule }: { before: Count | null; rule: Floor },
): Verdict {
  if (!count)
    return { period, kind: 'no-data', reason: `There is no figure for ${period.timePeriod}.` };
  const { numerator: x, denominator: n } = count;
  if (n === 0)
    return { period, kind: 'not-judged', reason: `There were no cases in ${period.timePeriod}.` };
  const said = `${x} of ${n} (${percent(x / n)}) in ${period.timePeriod}`;
  const pooled = n < rule.minimumDenominator && before;
  const judged = pooled
    ? { numerator: x + before.numerator, denominator: n + before.denominator }
    : count;
  const interval = exactBinomialInterval({ ...judged, confidence: rule.confidence });
  if ('error' in interval)
    return {
      period,
      kind: 'not-judged',
      reason: `${said} cannot be judged: it is not a count of cases.`,
    };
  const upper = `the upper end of the exact ${rule.confidence * 100}% interval${pooled ? ' of two years together' : ''} is ${percent(interval.upper)}`;
  if (interval.upper * 100 < rule.floor) {
    return {
      period,
      kind: 'breach',
      reason: `${said}: ${upper}, below the floor of ${rule.floor}%.`,
    };
  }
  if ((100 * x) / n >= rule.clearAt) {
    return { period, kind: 'clear', reason: `${said}, at or above ${rule.clearAt}%.` };
  }
  return {
    period,
    kind: 'hold',
    reason: `${said}: ${upper}, not below the floor of ${rule.floor}%, and not yet ${rule.clearAt}%.`,
  };
}
