import { meanOf } from './mean.js';
import { readXmrCase, type ReadCase, type ReadOptions } from './read-xmr-case.js';
import { markGroup, NOISE } from './special-causes.js';
import { xmrLimits } from './xmr-limits.js';
import type {
  AssuranceType,
  PointType,
  XmrCase,
  XmrError,
  XmrGroup,
  XmrJudgedPoint,
  XmrResult,
} from './xmr-types.js';

/** Below this NHSRplotthedots calls a group short. */
const SHORT_GROUP = 13;
const COMMON = 'Common Cause';

/**
 * An XmR chart ("plot the dots"): centre, limits, special causes, and the variation and assurance of the last point. Points
 * may come in any order; those without a value are left out before anything else. Each group has a centre and limits of its
 * own, and no moving range, trend or run crosses from one to the next. Time grows as n log n with the points.
 * `xmr-types.ts` says what goes in and comes out, and names the errors. No point: empty lists and nulls. One point in a
 * group, or values that never change while jumps are left out: null limits, and no judgement against them.
 * Source: NHS England "Making Data Count"; NHSRplotthedots 0.2.2 (NHS-R community).
 */
export function xmr(input: XmrCase): XmrResult | { readonly error: XmrError } {
  const read = readXmrCase(input);
  if ('error' in read) return read;
  const charted = read.groups.map((group) => chartGroup(group, read.options));
  const last = charted.at(-1);
  const lastPoint = last?.points.at(-1);
  return {
    points: charted.flatMap(({ points }) => points),
    groups: charted.map(({ group }) => group),
    overall: {
      variationType: lastPoint?.pointType ?? null,
      variationRule: lastPoint?.specialCauseType ?? null,
      assuranceType: last ? assuranceOf(last, read.options) : null,
    },
    rebases: read.rebases,
  };
}

type Charted = { readonly points: readonly XmrJudgedPoint[]; readonly group: XmrGroup };

function chartGroup(
  { rebaseGroup, points }: ReadCase['groups'][number],
  options: ReadOptions,
): Charted {
  const values = points.map(({ value }) => value);
  const baseline = values.slice(0, options.fixAfterNPoints);
  const mean = meanOf(baseline) ?? 0;
  const limits = xmrLimits(baseline, options);
  const marks = markGroup(values, { mean, limits }, options);
  const [lpl, upl] = [limits?.lower ?? null, limits?.upper ?? null];
  const shortGroup = values.length < SHORT_GROUP;
  const judged = points.flatMap(({ date, value, gapBefore }, index): XmrJudgedPoint | [] => {
    const mark = marks[index];
    if (!mark) return [];
    const [first] = mark.rulesHit;
    return {
      date,
      value,
      rebaseGroup,
      mean,
      lpl,
      upl,
      inBaseline: index < baseline.length,
      outsideLimits: mark.outsideLimits,
      relativeToMean: mark.relativeToMean,
      closeToLimits: mark.closeToLimits,
      specialCauseType: first?.specialCauseType ?? COMMON,
      specialCause: first !== undefined,
      pointType: first?.pointType ?? 'common_cause',
      shortGroup,
      rulesHit: mark.rulesHit,
      gapBefore,
    };
  });
  const count = (...types: readonly PointType[]): number =>
    judged.filter(({ pointType }) => types.includes(pointType)).length;
  return {
    points: judged,
    group: {
      ...{ rebaseGroup, n: values.length, mean, lpl, upl },
      ...{ nearLpl: limits?.nearLower ?? null, nearUpl: limits?.nearUpper ?? null },
      commonCause: count('common_cause'),
      improvement: count('special_cause_improvement'),
      concern: count('special_cause_concern'),
      neutral: count('special_cause_neutral_high', 'special_cause_neutral_low'),
      variationType: judged.at(-1)?.pointType ?? 'common_cause',
      trial: values.length < options.minPointsForIcons,
      constant: values.length > 1 && values.every((value) => value === values[0]),
    },
  };
}

/** The target beside the limits at the last point. On a limit, or without limits: hit or miss. */
function assuranceOf(
  { points, group: { lpl, upl } }: Charted,
  { target, improvementDirection }: ReadOptions,
): AssuranceType | null {
  if (target === null || improvementDirection === 'neutral') return null;
  if (lpl === null || upl === null) return 'inconsistent';
  const noise = NOISE * points.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
  const above = target - upl > noise;
  if (!above && lpl - target <= noise) return 'inconsistent';
  return above === (improvementDirection === 'decrease') ? 'consistent_pass' : 'consistent_fail';
}
