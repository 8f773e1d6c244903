import type { SeriesView } from '#application/figures';
import { CSV_START, csvLine } from '#domain/intake';
import { drawChartImage } from '../../charts/chart-image.js';
import type { SeriesChart } from '../../charts/series-chart.js';
import { filesWords } from '../../words/files.words.js';
import { metricWords } from '../../words/metric.words.js';
import { siteWords } from '../../words/site.words.js';
import { stateNotes } from '../../words/states.words.js';
import type { Table } from '../tables.js';

/** The files that stand beside the page of a chart. */
export const CHART_FILES = ['chart.svg', 'chart.png', 'table.csv'] as const;
export type ChartFile = (typeof CHART_FILES)[number];

/** The address of a file beside a page; a word of the query that is empty is left out. */
export function besides(page: string, file: ChartFile, query: Readonly<Record<string, string>>) {
  const asked = Object.entries(query).filter(([, value]) => value !== '');
  return `${page}/${file}${asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`}`;
}

export type FileLink = { readonly text: string; readonly href: string; readonly hidden: string };

/** Links to files beside a page. `what`: read out after each, so that it makes sense on its own. */
export const fileLinks = (
  files: readonly ChartFile[],
  page: string,
  what: string,
  query: Readonly<Record<string, string>> = {},
): readonly FileLink[] =>
  files.map((file) => ({
    text: filesWords.kinds[file],
    href: besides(page, file, query),
    hidden: filesWords.of(what),
  }));

/** A chart that leaves its page, with its table. */
export type TakenAway = {
  readonly title: string;
  readonly chart: SeriesChart | null;
  readonly series: SeriesView;
  readonly table: Table;
};

/** Where and as of when it was taken: in words. */
export type TakenFrom = { readonly address: string; readonly asKnown: string };

/** The figures that are taken: of one council, or, with null, of many. */
type Figures = Pick<SeriesView, 'metric' | 'points'> & { readonly council: string | null };

/** What must stand in everything that is taken away: what the figures are, where from, as known when, and their page. */
export function takenLines(
  { metric, points, council }: Figures,
  from: TakenFrom,
): readonly string[] {
  const isPublished = metric.type === 'published';
  return [
    ...(isPublished ? [] : [siteWords.managementInformation]),
    ...(points.some((one) => one.demonstration)
      ? [`${siteWords.demonstrationTag} ${siteWords.demonstration(council)}`]
      : []),
    ...(metric.prePublication ? [filesWords.prePublication] : []),
    ...(points.some(({ standing }) => standing === 'provisional') ? [stateNotes.provisional] : []),
    filesWords.definition(
      metric.source ?? metricWords.returnSource,
      `${metric.major}.${metric.minor}`,
    ),
    from.asKnown,
    filesWords.page(from.address),
  ];
}

/** The chart as a file of its own; null where there is nothing to draw. */
export const imageOf = (
  { title, chart, series }: Omit<TakenAway, 'table'>,
  from: TakenFrom,
): string | null =>
  chart &&
  drawChartImage(chart, {
    title,
    subtitle: filesWords.subtitle(series.area.name, series.metric.title),
    lines: takenLines({ ...series, council: series.area.name }, from),
  });

/**
 * A table as a CSV file, cell for cell as the page says it; what stands beneath a cell has a column of its own. After an empty line:
 * the notes beneath the table, and what the figures are.
 */
export function csvOf({ head, rows, notes }: Table, lines: readonly string[]): string {
  const hasNotes = head.map((_, index) => rows.some((row) => row[index]?.note !== undefined));
  const names = head.flatMap(({ text, inFile: name = text }, index) =>
    hasNotes[index] ? [name, filesWords.note(name)] : [name],
  );
  const cells = rows.map((row) =>
    row.flatMap(({ text, note = '' }, index) => (hasNotes[index] ? [text, note] : [text])),
  );
  const beneath = [...(notes ?? []), ...lines].map((line) => [line]);
  return CSV_START + [names, ...cells, [''], ...beneath].map(csvLine).join('');
}
