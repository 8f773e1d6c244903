import { missingOfLastTwelve } from '#statistics';
import { isYear } from '../periods/index.js';
import type { AssessedInput, AssessmentOptions, SeriesAssessment } from './assessment-types.js';
import { chartSeries } from './chart-series.js';
import { offTrackOf } from './off-track-of.js';

/**
 * What the statistics say of one series: its chart with limits, what may be said of the last point, and whether it is off
 * track. Pure: the same input and options give the same result, however often and in whatever order it is asked. Never
 * throws; a series that cannot be charted says why. Values are in the metric's own unit.
 */
export function assessSeries(input: AssessedInput, options: AssessmentOptions): SeriesAssessment {
  const chartable = whyNot(input);
  const missing = missingOf(input);
  if (chartable !== null)
    return {
      optionsVersion: options.version,
      chart: { kind: 'none', why: chartable },
      reading: null,
      missing,
      offTrack: null,
    };
  const { chart, reading } = chartSeries(input, options, missing);
  return {
    optionsVersion: options.version,
    chart,
    reading,
    missing,
    offTrack: offTrackOf(input),
  };
}

/** A figure that grows within its year has no limits: what a month added is not what stands in the month. */
function whyNot({
  metric,
  points,
}: AssessedInput): 'no-figures' | 'cumulative' | 'no-number' | null {
  if (metric.unit === 'category') return 'no-number';
  if (!points.some((point) => point.state === 'value' && point.value !== null)) return 'no-figures';
  return metric.basis === 'flow' || metric.basis === 'stock' ? null : 'cumulative';
}

/** A period to which the metric does not apply is not missing. */
function missingOf({ points }: AssessedInput): number {
  const [first] = points;
  if (!first) return 0;
  return missingOfLastTwelve(
    points.map(({ period, state, value }) => ({
      date: period.start,
      value: state === 'z' || (state === 'value' && value !== null) ? 0 : null,
    })),
    isYear(first.period) ? 'year' : 'month',
  );
}
