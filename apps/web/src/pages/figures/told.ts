import { formatPeriod } from '../../format/format-period.js';
import { chartWords } from '../../words/chart.words.js';
import { readingWords } from '../../words/reading.words.js';
import { firstCause, firstWords } from './causes.js';
import { unitsOf } from './reading-notes.js';
import type { ShownSeries } from './show-series.js';
import { formatLimit } from './unusual-finding.js';

type Stretch = { readonly first: string; last: string; readonly why: string };

/** Periods in a row with the same words, as one stretch. */
function stretchesOf(
  points: readonly { readonly label: string; readonly why: string | null }[],
): readonly Stretch[] {
  const found: Stretch[] = [];
  let before: string | null = null;
  for (const { label, why } of points) {
    const last = found.at(-1);
    if (why !== null && last && why === before) last.last = label;
    else if (why !== null) found.push({ first: label, last: label, why });
    before = why;
  }
  return found;
}

const spanOf = ({ first, last }: Stretch): string =>
  first === last ? first : chartWords.span(first, last);

/** What is unusual, by what it means: an improvement, a concern, neither. */
function unusualTold({ points, limits, series }: ShownSeries): readonly string[] {
  const { told, meanings } = readingWords;
  const types = [...new Set([...limits.values()].map(({ type }) => type))];
  return types.flatMap((type) => {
    if (type === 'common_cause') return [];
    const stretches = stretchesOf(
      points.map(({ period }) => {
        const limited = limits.get(period.start);
        const cause = limited?.type === type ? firstCause(limited) : null;
        return {
          label: formatPeriod(period),
          why: cause && firstWords(cause, unitsOf(series)),
        };
      }),
    );
    const parts = stretches.map((one) => told.one(spanOf(one), one.why)).join('; ');
    return parts === '' ? [] : [told.unusual(meanings[type], parts)];
  });
}

/**
 * A chart in words, for those who cannot see it: what is drawn, its limits, what is unusual, what is not there, and what
 * happened. One of many (not `isAlone`) leaves the last to its page, which says it once for all, and has no whole table.
 */
export function toldOf(shown: ShownSeries, isAlone: boolean): string {
  const { points, events } = shown;
  const { told } = readingWords;
  const labels = points.map(({ period }) => formatPeriod(period));
  const of = points.filter(({ value }) => value !== null).length;
  const missing = stretchesOf(
    points.map(({ period, state }) => ({
      label: formatPeriod(period),
      why: state === 'missing' ? '' : null,
    })),
  );
  return [
    chartWords.description(labels[0] ?? '', labels.at(-1) ?? '', of),
    ...limitsSaid(shown),
    ...unusualTold(shown),
    ...(missing.length > 0 ? [told.notReported(missing.map(spanOf).join(', '))] : []),
    ...(isAlone && events.length > 0
      ? [told.events(events.flatMap(({ what }) => what).join('; '))]
      : []),
    ...(isAlone ? [chartWords.inTable] : []),
  ].join(' ');
}

/** Centre and limits of the newest point in a sentence; none where none are shown. */
export function limitsSaid({ assessed, series, limits }: ShownSeries): readonly string[] {
  const newest = [...limits.values()].at(-1);
  if (!newest) return [];
  const [centre = '', lower = '', upper = ''] = [newest.centre, newest.lower, newest.upper].map(
    (value) => formatLimit(value, series.metric),
  );
  return assessed.assessment.chart.kind === 'rate'
    ? [readingWords.movingLimits(centre)]
    : [readingWords.shortLimits(centre, lower, upper)];
}
