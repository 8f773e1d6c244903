import type { SeriesPoint, SeriesView } from '#application/figures';
import { plannedOn, type AgreedPlan } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import type { Period } from '#domain/periods';
import { figureWords } from '../../format/format-figure.js';
import { formatNumber } from '../../format/format-number.js';
import { formatPeriod } from '../../format/format-period.js';
import { findingWords } from '../../words/chart.words.js';

const YEAR_STARTS = {
  'cumulative-academic': 'September',
  'cumulative-financial': 'April',
} as const;

/** Asked only of councils that test a reform. */
export const isOfReform = ({ askedOf }: Pick<Metric, 'askedOf'>): boolean =>
  askedOf !== 'all' && askedOf !== 'none';

/** The same month or year one year earlier. */
export const yearBefore = (points: readonly SeriesPoint[], { period }: SeriesPoint) => {
  const start = `${Number(period.start.slice(0, 4)) - 1}${period.start.slice(4)}`;
  return points.find((point) => point.period.start === start);
};

function newestSentence(series: SeriesView, newest: SeriesPoint): string {
  const council = series.area.name;
  const period = formatPeriod(newest.period);
  const words = figureWords(newest, series.metric);
  if (newest.state === 'missing') return findingWords.notReported(council, period);
  if (newest.value === null) return findingWords.unavailable(council, period, words);
  const { basis } = series.metric;
  if (basis === 'cumulative-academic' || basis === 'cumulative-financial') {
    return findingWords.cumulative(council, words, YEAR_STARTS[basis]);
  }
  const { numerator, denominator } = newest;
  return numerator !== null && denominator !== null
    ? findingWords.share(council, { numerator, denominator }, findingWords.inPeriod(words, period))
    : findingWords.number(council, words, period);
}

/** How the newest figure stands against the year before; a figure that starts again each year says so. */
function comparisonSentences(series: SeriesView, newest: SeriesPoint): readonly string[] {
  const { basis } = series.metric;
  const earlier = yearBefore(series.points, newest);
  const words = earlier?.value ? figureWords(earlier, series.metric) : null;
  if (basis === 'cumulative-academic' || basis === 'cumulative-financial') {
    return [
      ...(words === null ? [] : [findingWords.lastYear(words)]),
      findingWords.resets(YEAR_STARTS[basis]),
    ];
  }
  return words === null ? [] : [findingWords.yearBefore(words)];
}

export type FindingContext = {
  readonly plan?: AgreedPlan | undefined;
  /** The newest period for which others have a figure: a council without one is said to be silent. */
  readonly expected?: Period | undefined;
  /** What the statistics say of the series, in a sentence; null where they say nothing. */
  readonly unusual?: string | null | undefined;
};

/** A silent council is never on track: its silence is said before its last figure is. */
export function silence({ area, metric, points }: SeriesView, expected: Period | undefined) {
  if (metric.type === 'published' || !expected) return [];
  const isSilent = points.every(({ period }) => period.start < expected.start);
  return isSilent ? [findingWords.notReported(area.name, formatPeriod(expected))] : [];
}

/** The finding of a series in a few sentences: what is unusual, the newest figure, the year before, the plan. */
export function findingSentences(
  series: SeriesView,
  { plan, expected, unusual }: FindingContext = {},
): readonly string[] {
  const newest = series.points.at(-1);
  if (!newest) {
    const { metric, area } = series;
    if (isOfReform(metric)) return [findingWords.notApplicable(area.name)];
    return [...silence(series, expected), findingWords.none(area.name)].slice(0, 1);
  }
  const agreed = newest.value === null ? null : plannedOn(plan, newest.period.start);
  return [
    ...silence(series, expected),
    ...(unusual ? [unusual] : []),
    newestSentence(series, newest),
    ...(newest.standing === 'provisional' ? [findingWords.provisional] : []),
    ...(newest.value === null ? [] : comparisonSentences(series, newest)),
    ...(agreed === null ? [] : [findingWords.plan(formatNumber(String(agreed), series.metric))]),
  ];
}
