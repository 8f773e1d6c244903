import type { SeriesView } from '#application/figures';
import type { Metric } from '#domain/metrics';
import type { Period } from '#domain/periods';
import { formatFigure } from '../../format/format-figure.js';
import { formatPeriod } from '../../format/format-period.js';
import { figuresWords } from '../../words/figures.words.js';
import { metricWords } from '../../words/metric.words.js';
import { stateNotes, stateWords } from '../../words/states.words.js';
import { isOfReform } from '../figures/finding-sentence.js';
import { notesFor } from '../figures/series-table.js';
import { linkCell, numberCell, type Cell, type Table } from '../tables.js';

const PERIODS_IN_TABLE = 6;

/** Every period for which anybody has a figure, oldest first. */
export function periodsOf(series: readonly Pick<SeriesView, 'points'>[]): readonly Period[] {
  const byStart = new Map<string, Period>();
  for (const { points } of series)
    for (const { period } of points) byStart.set(period.start, period);
  return [...byStart.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** What stands where a council has no figure: silence, or that it is not asked, or that it was not published. */
export function absence(
  metric: Metric,
  { points }: Pick<SeriesView, 'points'>,
): 'missing' | 'x' | 'z' {
  if (metric.type === 'published') return 'x';
  return isOfReform(metric) && points.length === 0 ? 'z' : 'missing';
}

/** The newest figures of every council, A to Z. */
export function newestTable(
  { metric, series }: { readonly metric: Metric; readonly series: readonly SeriesView[] },
  hrefOf: (series: SeriesView) => string,
): Table {
  const periods = periodsOf(series).slice(-PERIODS_IN_TABLE);
  const cellAt = (one: SeriesView, start: string): Cell => {
    const point = one.points.find(({ period }) => period.start === start);
    if (!point) return numberCell(stateWords[absence(metric, one)]);
    const { numerator, denominator } = point;
    const note =
      numerator === null || denominator === null
        ? undefined
        : figuresWords.ofCases(numerator, denominator);
    return { ...numberCell(formatFigure(point, metric)), note };
  };
  const shown = series.flatMap(({ points }) => points.slice(-PERIODS_IN_TABLE));
  const absences = series
    .filter(({ points }) =>
      periods.some((one) => !points.some((p) => p.period.start === one.start)),
    )
    .map((one) =>
      metric.type === 'published' ? stateNotes.notPublished : stateNotes[absence(metric, one)],
    );
  return {
    caption: metricWords.tableCaption,
    head: [
      { text: metricWords.tableHead.council },
      ...periods.map((period) => ({ text: formatPeriod(period), numeric: true })),
    ],
    rows: series.map((one) => [
      linkCell(one.area.name, hrefOf(one)),
      ...periods.map(({ start }) => cellAt(one, start)),
    ]),
    notes: [...new Set([...notesFor(shown), ...absences])],
  };
}

/** How many councils have a figure for the newest period that anybody has one for; null without any. */
export function coverageOf(
  series: readonly SeriesView[],
  newest: Period | undefined,
): string | null {
  if (!newest) return null;
  const reported = series.filter(({ points }) =>
    points.some(({ period, state }) => period.start === newest.start && state === 'value'),
  ).length;
  return metricWords.reported(reported, series.length, formatPeriod(newest));
}
