import {
  chanceOfReaching,
  dampedTrendForecast,
  driftForecast,
  FEWEST_FOR_FORECAST,
  FORECAST_OPTIONS,
  type ForecastModel,
  type ForecastOptions,
} from './forecast.js';
import { checkSeries, type OffTrackRefusal, type SeriesCase } from './series-case.js';
import { signOf } from './oriented-baseline.js';

export type ModelChance = ForecastModel & { readonly p: number };

export type TargetChance = {
  readonly holt: ModelChance;
  readonly drift: ModelChance;
  /** The mean of both models' chances, 0 to 1. */
  readonly pMet: number;
};

export type ChanceWords =
  'very unlikely' | 'unlikely' | 'about as likely as not' | 'likely' | 'very likely';

/** Before this month of monitoring the forecast has next to no skill. */
const FIRST_TELLING_MONTH = 6;

/**
 * The chance that the mean of the three months up to the plan's end reaches the target. `values` and `target` are oriented
 * (more is better), oldest first, from the first point of the series; `ahead` is how many months the end is away. Null when
 * the end has come (`ahead` below 1) and for fewer than 7 values.
 */
export function chanceOfTarget(
  values: readonly number[],
  { target, ahead }: { readonly target: number; readonly ahead: number },
  options: ForecastOptions = FORECAST_OPTIONS,
): TargetChance | null {
  if (!(ahead >= 1) || values.length < FEWEST_FOR_FORECAST) return null;
  const withChance = (model: ForecastModel) => ({ ...model, p: chanceOfReaching(model, target) });
  const holt = withChance(dampedTrendForecast(values, ahead, options));
  const drift = withChance(driftForecast(values, ahead, options));
  return { holt, drift, pMet: (holt.p + drift.p) / 2 };
}

/** The words for a chance; at a border, those of the middle. Before the sixth month of monitoring, that it is too early. */
export function chanceWords(
  chance: number,
  monthOfMonitoring: number,
): ChanceWords | 'too early to tell' {
  if (monthOfMonitoring < FIRST_TELLING_MONTH) return 'too early to tell';
  if (chance < 0.1) return 'very unlikely';
  if (chance < 0.33) return 'unlikely';
  if (chance <= 0.66) return 'about as likely as not';
  return chance <= 0.9 ? 'likely' : 'very likely';
}

export type TargetProbability = {
  readonly holt: ModelChance | null;
  readonly drift: ModelChance | null;
  readonly pMet: number | null;
  /** Null where there is no forecast. */
  readonly words: ChanceWords | 'too early to tell' | null;
};

/**
 * The chance of meeting a target, for one series: `y` oldest first, `options.target` as the values are written,
 * `options.endIndex` the plan's last month, counted from 1 at the first value. All fields are null without a target, when the
 * plan has ended, and for fewer than 7 values. Refuses what {@link checkSeries} refuses; never throws.
 */
export function targetProbability(input: SeriesCase): TargetProbability | OffTrackRefusal {
  const refusal = checkSeries(input);
  if (refusal !== null) return refusal;
  const { y, options } = input;
  const none = { holt: null, drift: null, pMet: null, words: null };
  if (options.target === null || options.target === undefined) return none;
  const sign = signOf(options.improvementDirection);
  const chance = chanceOfTarget(
    y.map((value) => sign * value),
    { target: sign * options.target, ahead: (options.endIndex ?? 0) - y.length },
    { ...FORECAST_OPTIONS, ...options.forecast },
  );
  return chance === null
    ? none
    : { ...chance, words: chanceWords(chance.pMet, y.length - options.baselineN) };
}
