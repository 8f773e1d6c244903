import type { RateChartPoint, RateChartResult } from './rate-chart.js';
import { NOISE, rulesHitBy, signOf, type Place, type Rules, type Sign } from './special-causes.js';
import type { RuleHit } from './xmr-types.js';

/** Near limits, in standard deviations. */
const NEAR = 2;

/**
 * The rules that each point of a rate chart is part of, in its order and by precedence; none for a period without a rate.
 * Beyond the limits is what the chart itself says. With `withRuns` also those of an XmR chart for runs, on the standardised
 * values (centre 0, near limits ±2): two in three near a limit, a shift, and a trend. A step of a trend is one that the
 * standardised value and the rate both take: the same rate of more cases lies further out and is no step (100% month after
 * month is no trend), and neither is a rate that falls while fewer cases bring it nearer to the centre. A rate exactly on the
 * centre breaks a shift. Where the standard deviation is 0 (a centre of 0, or of 1 for a proportion) there are no runs.
 * Periods without a rate are passed over.
 * Source: Nelson 1984 and Montgomery for runs on standardised charts; Laney 2002 for the standard deviation of primed charts;
 * NHSRplotthedots 0.2.2 for the rules.
 */
export function markRates(
  { centre, points }: RateChartResult,
  rules: Rules,
  { withRuns }: { readonly withRuns: boolean },
): readonly (readonly RuleHit[])[] {
  const known = points.filter(({ value }) => value !== null);
  const places = known.map((point) => placeOf(point, centre));
  const steps = known.slice(1).map((point, index) => stepTo(point, known[index]));
  const hits = new Map<RateChartPoint, readonly RuleHit[]>();
  for (const [index, found] of rulesHitBy(places, steps, rules).entries()) {
    const point = known[index];
    if (!point) continue;
    // Beyond a limit comes first of all.
    const alone = point.outsideLimits === true ? found.slice(0, 1) : [];
    hits.set(point, withRuns && point.z !== null ? found : alone);
  }
  return points.map((point) => hits.get(point) ?? []);
}

function placeOf({ value, z, outsideLimits }: RateChartPoint, centre: number | null): Place {
  const outside = outsideLimits === true;
  // Without a standard deviation a point may lie beyond limits that are the centre itself: above it or below.
  if (z === null)
    return { side: outside ? signOf((value ?? 0) - (centre ?? 0), 0) : 0, outside, close: false };
  return { side: signOf(z, NOISE), outside, close: !outside && Math.abs(z) - NEAR > NOISE };
}

function stepTo(point: RateChartPoint, before: RateChartPoint | undefined): Sign {
  if (point.z === null || !before || before.z === null) return 0;
  const step = signOf(point.z - before.z, NOISE);
  return step === signOf((point.value ?? 0) - (before.value ?? 0), 0) ? step : 0;
}
