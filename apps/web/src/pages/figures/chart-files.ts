import type { SeriesView } from '#application/figures';
import { CSV_START, csvLine } from '#domain/intake';
import { withQuery } from '../../addresses/with-query.js';
import { drawChartImage, type Picture } from '../../charts/chart-image.js';
import { chartBody, type SeriesChart } from '../../charts/series-chart.js';
import { filesWords } from '../../words/files.words.js';
import { metricWords } from '../../words/metric.words.js';
import { siteWords } from '../../words/site.words.js';
import { stateNotes } from '../../words/states.words.js';
import type { Table } from '../tables.js';

/** The files that stand beside the page of a chart. */
export const CHART_FILES = ['chart.svg', 'chart.png', 'table.csv'] as const;
export type ChartFile = (typeof CHART_FILES)[number];

/** The address of a file beside a page; a word of the query that is empty is left out. */
export const besides = (
  page: string,
  file: ChartFile,
  query: Readonly<Record<string, string>>,
): string => withQuery(`${page}/${file}`, query);

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

/** What is taken away from a page: its file's name, its finding, whose figures of what, what is drawn, and its table. */
export type Taken = {
  readonly name: readonly string[];
  readonly title: string;
  readonly subtitle: string;
  readonly picture: Picture | null;
  readonly figures: Figures;
  readonly table: Table;
};

/** The picture of one series as it is taken away. */
export const takenPicture = ({
  title,
  chart,
  series,
}: Omit<TakenAway, 'table'>): Omit<Taken, 'table'> => ({
  title,
  name: [series.area.name, series.metric.code],
  subtitle: filesWords.subtitle(series.area.name, series.metric.title),
  picture: chart && {
    body: chartBody({ ...chart, size: 'wide' }),
    description: chart.description,
  },
  figures: { ...series, council: series.area.name },
});

/** A chart of one series, with its table, as it is taken away. */
export const takenSeries = (one: TakenAway): Taken => ({
  ...takenPicture(one),
  table: one.table,
});

/** The chart as a file of its own; null where there is nothing to draw. */
export const imageOf = (
  { title, subtitle, picture, figures }: Omit<Taken, 'table'>,
  from: TakenFrom,
): string | null =>
  picture && drawChartImage(picture, { title, subtitle, lines: takenLines(figures, from) });

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
