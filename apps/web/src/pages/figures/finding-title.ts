import { ASSESSMENT_OPTIONS, type ChartedPoint } from '#domain/assessment';
import { formatNumber } from '../../format/format-number.js';
import { figureWords } from '../../format/format-figure.js';
import { listOf } from '../../format/format-list.js';
import { findingWords } from '../../words/chart.words.js';
import { titleWords } from '../../words/title.words.js';
import type { Cause } from './causes.js';
import { figuresInLimits, isShort, unitOf, unitsOf } from './reading-notes.js';
import { limitedPoints, type MovedMeasure, type ShownSeries } from './show-series.js';
import { centreOf, unusualOf, type Unusual } from './unusual-finding.js';
import { yearBefore } from './finding-sentence.js';

/** One case changes a percentage by at least this many points: few enough to say so. */
const MUCH_FOR_ONE_CASE = 5;

type Asked = {
  readonly shown: ShownSeries;
  /** What the sentences beside the chart say, the finding first: the title of what no statistics speak of. */
  readonly sentences: readonly string[];
  /** Whether the newest figure has limits. */
  readonly isLimited: boolean;
  /** Whether the first sentence says that the council is silent. */
  readonly isSilent: boolean;
};

/**
 * The finding of a chart in a sentence or two that stand alone: that the council is silent, what is usual or unusual, what an
 * improvement may have cost, why nothing can be said; otherwise the newest figure, and for a figure that grows within the year
 * where it stood a year before.
 */
export function findingTitle(asked: Asked): string {
  const { shown, sentences, isSilent } = asked;
  const [first = '', ...rest] = sentences;
  if (isSilent) return first;
  const { metric, points } = shown.series;
  if (points.length === 0) return first;
  if (metric.basis.startsWith('cumulative')) {
    const said = rest.filter((sentence) => sentence !== findingWords.provisional);
    return [first, ...said.slice(0, 2)].join(' ');
  }
  return statisticsOf(asked) ?? first;
}

/** What the statistics say; null where they say nothing. */
function statisticsOf({ shown, isLimited }: Asked): string | null {
  const { series, assessed, improvement } = shown;
  const { chart, reading } = assessed.assessment;
  const council = series.area.name;
  if (assessed.isWithheld || chart.kind === 'none') return null;
  const units = unitsOf(series);
  if (isShort(assessed))
    return titleWords.notEnough(
      council,
      ASSESSMENT_OPTIONS.minPointsForIcons,
      figuresInLimits(chart.points),
      units,
    );
  if (reading?.noVariationRecorded === true)
    return titleWords.constant(council, chart.points.length, units);
  if (!isLimited) return null;
  if (improvement && improvement.moved.length > 0) return sideEffects(shown, improvement.moved);
  const few = chart.kind === 'rate' ? fewCases(shown) : null;
  const said = usualOrNot(
    council,
    limitedPoints(shown),
    centreOf(limitedPoints(shown), series.metric),
  );
  return few === null ? said : `${said} ${few}`;
}

function usualOrNot(council: string, points: readonly ChartedPoint[], centre: string): string {
  const found = unusualOf(points);
  if ('usualSince' in found) return titleWords.usual(council, found.usualSince, centre);
  const { unusual } = found;
  const said = titleWords.means[unusual.type](sayUnusual(council, unusual));
  return unusual.isNow ? said : `${said} ${titleWords.usualSince(centre)}`;
}

const sayUnusual = (council: string, { cause, when, isNow }: Unusual): string =>
  titleWords[isNow && !when.startsWith('in ') ? 'now' : 'once'][wayOf(cause)](council, when);

const wayOf = ({ kind, side }: Cause): 'rise' | 'fall' | 'high' | 'low' => {
  if (kind !== 'trend') return side;
  return side === 'high' ? 'rise' : 'fall';
};

/** From where to where it improved, and which measures moved beside it. */
function sideEffects({ series }: ShownSeries, moved: readonly MovedMeasure[]): string {
  const { metric, points, area } = series;
  const newest = points.at(-1);
  const before = newest && yearBefore(points, newest);
  const isBetter =
    newest?.value &&
    before?.value &&
    (metric.direction === 'up') === Number(newest.value) > Number(before.value);
  const change = isBetter
    ? titleWords.change(figureWords(before, metric), figureWords(newest, metric))
    : '';
  return titleWords.improved(area.name, change, listOf(moved.map(movedWords)));
}

/** From where to where a balancing measure went; only that it moved, where the year before says otherwise or is not known. */
function movedWords({ metric, adverse, change }: MovedMeasure): string {
  const went = change ? change.now - change.before : 0;
  if (!change || went === 0 || went > 0 !== (adverse === 'up'))
    return titleWords.moved(metric.title, titleWords.beside[adverse]);
  const [before, now] = [change.before, change.now].map((value) =>
    formatNumber(String(value), metric),
  );
  return titleWords.went(metric.title, before ?? '', now ?? '');
}

/** How many cases a period has, by the last twelve, and what one of them changes; null where that is little. */
function fewCases({ series }: ShownSeries): string | null {
  if (series.metric.unit !== 'percent') return null;
  const counts = series.points
    .slice(-12)
    .flatMap(({ denominator }) => (denominator === null ? [] : Number(denominator)));
  const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  const points = 100 / mean;
  if (!(points >= MUCH_FOR_ONE_CASE) || mean < 1) return null;
  const whole = { unit: 'count', decimals: 0 } as const;
  const unit = unitOf(series);
  return titleWords.fewCases(
    formatNumber(String(Math.round(mean)), whole),
    unit,
    formatNumber(String(Math.round(100 / Math.round(mean))), whole),
  );
}
