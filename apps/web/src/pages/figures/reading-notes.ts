import type { AssessedView } from '#application/assessments';
import type { SeriesView } from '#application/figures';
import { ASSESSMENT_OPTIONS, type ChartedPoint, type NotCharted } from '#domain/assessment';
import type { AgreedPlan } from '#domain/assessment';
import { formatNumber } from '../../format/format-number.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatDate } from '../../format/format-time.js';
import { readingWords } from '../../words/reading.words.js';
import { shownLimits } from './shown-limits.js';

const YEAR_STARTS = {
  'cumulative-academic': 'September',
  'cumulative-financial': 'April',
} as const;
/** More missing periods than this of the last twelve, and no mark is shown. */
const MOST_MISSING = 3;

type OfUnits = Pick<SeriesView, 'metric' | 'points'>;

/** What one figure of a series stands for. Published figures of a day or a month come once a year. */
function kindOfUnit({ metric, points }: OfUnits): keyof typeof readingWords.units {
  const isOfTerms = points.at(-1)?.period.timeIdentifier.endsWith(' term') === true;
  if (isOfTerms) return 'terms';
  return metric.type === 'published' ? 'years' : 'months';
}

/** `month`, and `months`: what one figure of a series stands for, and more of them. */
export const unitOf = (series: OfUnits): string => readingWords.unit[kindOfUnit(series)];
export const unitsOf = (series: OfUnits): string => readingWords.units[kindOfUnit(series)];

/** How many figures a series has that could have limits. */
const figuresOf = ({ assessment }: AssessedView): number =>
  assessment.chart.kind === 'none' ? 0 : assessment.chart.points.length;

/** Too few figures in the last set of limits to say anything. */
export const isShort = ({ assessment }: AssessedView): boolean =>
  assessment.chart.kind !== 'none' && assessment.reading?.trial === true;

/** How many figures the last set of limits rests on. */
export function figuresInLimits(points: readonly ChartedPoint[]): number {
  const last = points.at(-1)?.group;
  return points.filter(({ group }) => group === last).length;
}

/** Why there are no limits or no marks, or what to know about them. */
export function limitNotes(series: SeriesView, assessed: AssessedView): readonly string[] {
  const { metric } = series;
  if (assessed.isWithheld) return [readingWords.withheld];
  const { chart, reading, missing } = assessed.assessment;
  const units = unitsOf(series);
  if (chart.kind === 'none') return noChartNotes(metric.basis, chart.why);
  if (isShort(assessed)) {
    const inLast = figuresInLimits(chart.points);
    return [readingWords.notEnough(inLast, ASSESSMENT_OPTIONS.minPointsForIcons, units)];
  }
  if (reading?.noVariationRecorded === true)
    return [readingWords.constant(chart.points.length, units)];
  if (shownLimits(assessed).size === 0) return [readingWords.cannot(readingWords.because.noLimits)];
  return [
    ...(chart.kind === 'rate' ? [readingWords.fewCases(units)] : []),
    ...(missing > MOST_MISSING && metric.type !== 'published'
      ? [readingWords.missing(missing)]
      : []),
  ];
}

function noChartNotes(basis: SeriesView['metric']['basis'], why: NotCharted): readonly string[] {
  if (why === 'no-figures') return [];
  if (why !== 'cumulative') return [readingWords.cannot(readingWords.because[why])];
  return basis === 'cumulative-academic' || basis === 'cumulative-financial'
    ? [readingWords.cumulative(YEAR_STARTS[basis])]
    : [];
}

/** Said once for all that a page shows, where it is the same of each: that figures are too few, or why there are no limits. */
export function saidOnce(
  shown: readonly { readonly series: SeriesView; readonly assessed: AssessedView }[],
): string | null {
  const drawn = shown.filter(({ series }) => series.points.some(({ value }) => value !== null));
  const [first] = drawn;
  if (!first) return null;
  if (drawn.every(({ assessed }) => isShort(assessed))) {
    const most = Math.max(...drawn.map(({ assessed }) => figuresOf(assessed)));
    const needed = ASSESSMENT_OPTIONS.minPointsForIcons;
    return readingWords.allShort(needed, most, unitsOf(first.series));
  }
  const notes = new Set(
    drawn.map(({ series, assessed }) => limitNotes(series, assessed).join(' ')),
  );
  const [only] = notes;
  return notes.size === 1 && only !== undefined && only !== '' ? only : null;
}

/** The chance of meeting the plan, and what the off-track rules see: said, and said not to be an alert. */
export function outlookNotes(
  { metric }: SeriesView,
  { assessment, points }: AssessedView,
  plan: AgreedPlan | undefined,
): readonly string[] {
  const { offTrack } = assessment;
  if (!offTrack || metric.type === 'published') return [];
  const end = plan?.points.at(-1);
  const baseline = baselineWords(offTrack.baseline, points);
  const seen = [
    ...offTrack.open.map((rule) => readingWords.open[rule](baseline)),
    ...(offTrack.shoutOut ? [readingWords.better(baseline)] : []),
  ];
  return [
    ...(offTrack.chance && end
      ? [
          readingWords.chance(
            formatNumber(String(end.value), metric),
            formatDate(end.from),
            offTrack.chance.words,
          ),
        ]
      : []),
    ...(seen.length > 0 ? [`${seen.join(' ')} ${readingWords.notAnAlert}`] : []),
  ];
}

/** The stretch that a series is held against, by its first and last month. */
function baselineWords(
  baseline: NonNullable<AssessedView['assessment']['offTrack']>['baseline'],
  points: AssessedView['points'],
): string {
  if (!baseline) return '';
  const counted = points
    .slice(baseline.from)
    .filter(({ value }) => value !== null)
    .slice(0, baseline.points);
  const [first, last] = [counted[0], counted.at(-1)];
  return first && last
    ? readingWords.baseline(formatPeriod(first.period), formatPeriod(last.period))
    : '';
}
