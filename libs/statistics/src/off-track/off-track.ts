import { ALLOWANCE, adaptiveLimit } from './alert-limits.js';
import { sumPath } from './cusum.js';
import { ewmaPath } from './ewma.js';
import { orientedBaseline, signOf } from './oriented-baseline.js';
import { checkSeries, type OffTrackRefusal, type SeriesCase } from './series-case.js';
import { targetProbability, type ModelChance } from './target-probability.js';
import { onStraightLine } from './trajectory.js';

/** Lists hold one entry for each monitored month; alarms are 1 or 0. Null: it is undefined for this series. */
export type OffTrackResult = {
  readonly orientedMean: number;
  readonly sigma: number | null;
  readonly baselineLag1: number | null;
  readonly cusumBaseline: readonly number[] | null;
  readonly cusumTrajectory: readonly number[] | null;
  readonly trajectoryOriented: readonly number[] | null;
  readonly alarmBaseline: readonly (0 | 1)[] | null;
  readonly alarmTrajectory: readonly (0 | 1)[] | null;
  readonly ewma: readonly number[] | null;
  readonly ewmaLower: readonly number[] | null;
  readonly ewmaAlarm: readonly (0 | 1)[] | null;
  readonly holt: ModelChance | null;
  readonly drift: ModelChance | null;
  readonly pMet: number | null;
};

const EWMA = { lambda: 0.2, reach: 2.7 };
const flag = (is: boolean): 0 | 1 => (is ? 1 : 0);

/**
 * Rules A, B and C and the moving average of one series, as bare paths: the cumulative sums of shortfalls from the baseline's
 * mean and from the straight plan, whether each is above h (without the single-value clause or any clearing), and the chance
 * of meeting the target. Values are oriented, so that more is better. Without a limit in the options, h adapts to the
 * baseline. Sums are null where the baseline never changes. Refuses what {@link checkSeries} refuses; never throws. Sources: Page
 * (1954), Roberts (1959), Holt (1957), Gardner and McKenzie (1985).
 */
export function offTrack(input: SeriesCase): OffTrackResult | OffTrackRefusal {
  const refusal = checkSeries(input);
  if (refusal !== null) return refusal;
  const { y, options } = input;
  const sign = signOf(options.improvementDirection);
  const oriented = y.map((value) => sign * value);
  const baseline = orientedBaseline(oriented.slice(0, options.baselineN));
  const monitored = oriented.slice(options.baselineN);
  const { mean, sigma } = baseline;
  const limit = options.cusumH ?? adaptiveLimit(baseline);
  const plan = straightPlan(input, { mean, sign, months: monitored.length });
  const sums = (levels: (at: number) => number) =>
    sigma === null
      ? null
      : sumPath(
          monitored.map((value, at) => (levels(at) - value) / sigma),
          options.cusumK ?? ALLOWANCE,
        );
  const cusumBaseline = sums(() => mean);
  const cusumTrajectory = plan === null ? null : sums((at) => plan[at] ?? mean);
  const alarms = (path: readonly number[] | null) => path?.map((sum) => flag(sum > limit)) ?? null;
  const average =
    sigma === null
      ? null
      : ewmaPath(monitored, {
          mean,
          sigma,
          lambda: options.ewmaLambda ?? EWMA.lambda,
          reach: options.ewmaL ?? EWMA.reach,
        });
  return {
    orientedMean: mean,
    sigma,
    baselineLag1: baseline.lag1,
    cusumBaseline,
    cusumTrajectory,
    trajectoryOriented: plan,
    alarmBaseline: alarms(cusumBaseline),
    alarmTrajectory: alarms(cusumTrajectory),
    ewma: average?.average ?? null,
    ewmaLower: average?.lower ?? null,
    ewmaAlarm: average?.alarm.map(flag) ?? null,
    ...forecastOf(input),
  };
}

function straightPlan(
  { options }: SeriesCase,
  { mean, sign, months }: { mean: number; sign: number; months: number },
): readonly number[] | null {
  const { target, endIndex, baselineN } = options;
  if (typeof target !== 'number' || typeof endIndex !== 'number') return null;
  return Array.from({ length: months }, (_, at) =>
    onStraightLine(mean, sign * target, { month: at + 1, months: endIndex - baselineN }),
  );
}

function forecastOf(input: SeriesCase): Pick<OffTrackResult, 'holt' | 'drift' | 'pMet'> {
  const found = targetProbability(input);
  if ('error' in found) return { holt: null, drift: null, pMet: null };
  return { holt: found.holt, drift: found.drift, pMet: found.pMet };
}
