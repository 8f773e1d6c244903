import type { SeriesPoint, SeriesView } from '#application/figures';
import type { Metric } from '#domain/metrics';
import { addresses } from '../../addresses/addresses.js';
import { formatFigure, hasNoCases } from '../../format/format-figure.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatDay } from '../../format/format-time.js';
import { areaWords } from '../../words/area.words.js';
import { figuresWords } from '../../words/figures.words.js';
import { readingWords } from '../../words/reading.words.js';
import { stateNotes, stateWords } from '../../words/states.words.js';
import { cell, linkCell, numberCell, type Cell, type Table } from '../tables.js';
import { unusualWords } from './causes.js';
import { unitsOf } from './reading-notes.js';
import type { ShownPoint, ShownSeries } from './show-series.js';
import { limitsSaid } from './told.js';
import { formatLimit } from './unusual-finding.js';

type Said = Pick<SeriesPoint, 'state' | 'value' | 'denominator'> & {
  readonly standing: SeriesPoint['standing'] | null;
};

/** What stands beneath a table for the states and standings that occur in it. */
export function notesFor(points: readonly Said[]): readonly string[] {
  const states = ['missing', 'z', 'x', 'c', 'low'] as const;
  return [
    ...states.filter((state) => points.some((point) => point.state === state)),
    ...(points.some(hasNoCases) ? (['noCases'] as const) : []),
    ...(points.some((point) => point.standing === 'provisional') ? (['provisional'] as const) : []),
  ].map((state) => stateNotes[state]);
}

const NOTHING = '–';

const casesCell = ({ numerator, denominator }: ShownPoint): Cell =>
  numberCell(
    numerator === null || denominator === null
      ? NOTHING
      : figuresWords.ofCases(numerator, denominator),
  );

/** What is usual at a point, and whether it is: centre, limits, and the words for what is unusual. */
function limitCells({ series, limits }: ShownSeries, { period }: ShownPoint): readonly Cell[] {
  const { metric } = series;
  const limited = limits.get(period.start);
  if (!limited) return [NOTHING, NOTHING, NOTHING].map(numberCell).concat(cell(NOTHING));
  return [
    ...[limited.centre, limited.lower, limited.upper].map((value) =>
      numberCell(formatLimit(value, metric)),
    ),
    cell(unusualWords(limited, unitsOf(series)) ?? readingWords.asUsual),
  ];
}

/** No figure lies below nothing, or above everything: a limit that does is explained. */
const isBeyond = ({ series, limits }: ShownSeries): boolean =>
  series.points.every(({ value }) => value === null || Number(value) >= 0) &&
  [...limits.values()].some(
    ({ lower, upper }) =>
      (lower ?? 0) < 0 || (series.metric.unit === 'percent' && (upper ?? 0) > 100),
  );

const figureCell = ({ known, state }: ShownPoint, { metric }: SeriesView): Cell =>
  known
    ? { ...numberCell(formatFigure(known, metric)), note: known.comment ?? undefined }
    : numberCell(state === 'z' ? stateWords.z : stateWords.missing);

/** The table that belongs to a series' chart, newest first: every point with its limits, its history one step away. */
export function seriesTable(shown: ShownSeries, councilKey: string): Table {
  const { series, limits, points } = shown;
  const { metric } = series;
  const { head } = figuresWords;
  const hasCases = points.some(({ denominator }) => denominator !== null);
  const isLimited = points.some(({ period }) => limits.has(period.start));
  return {
    caption: figuresWords.showTable(metric.title),
    head: [
      { text: head.period, inFile: head.periodInFile },
      { text: head.figure, numeric: true },
      ...(hasCases ? [{ text: head.cases, numeric: true }] : []),
      ...(isLimited
        ? [
            { text: readingWords.head.centre, numeric: true },
            { text: readingWords.head.lower, numeric: true },
            { text: readingWords.head.upper, numeric: true },
            { text: readingWords.head.unusual },
          ]
        : []),
      { text: head.known },
    ],
    rows: points
      .toReversed()
      .map((point) => [
        periodCell(point, metric, councilKey),
        figureCell(point, series),
        ...(hasCases ? [casesCell(point)] : []),
        ...(isLimited ? widened(limitCells(shown, point)) : []),
        cell(point.known ? formatDay(point.known.knownAt) : NOTHING),
      ]),
    notes: [...notesFor(points), ...(isBeyond(shown) ? [readingWords.beyondNumber] : [])],
  };
}

const widened = (cells: readonly Cell[]): readonly Cell[] =>
  cells.map((one) => (one.numeric === true ? one : { ...one, wide: true }));

/**
 * The newest rows alone, where many tables stand on one page: the limits in a sentence beneath instead of in every row, and
 * since when a figure is known in its history. Without a council it is an area's: of how many councils, and no history.
 */
export function shortTable(shown: ShownSeries, councilKey: string | null, newest: number): Table {
  const { series, limits } = shown;
  const points = shown.points.slice(-newest);
  const { head } = figuresWords;
  const hasCases = points.some(({ denominator }) => denominator !== null);
  const isLimited = points.some(({ period }) => limits.has(period.start));
  const isOfArea = councilKey === null;
  return {
    caption: figuresWords.showTable(series.metric.title),
    head: [
      { text: isOfArea ? head.periodInFile : head.period },
      { text: head.figure, numeric: true },
      ...(hasCases ? [{ text: head.cases, numeric: true }] : []),
      ...(isOfArea ? [{ text: areaWords.coverage, numeric: true }] : []),
      ...(isLimited ? [{ text: readingWords.head.unusual }] : []),
    ],
    rows: points
      .toReversed()
      .map((point) => [
        periodCell(point, series.metric, councilKey),
        isOfArea && !point.known ? numberCell(areaWords.incomplete) : figureCell(point, series),
        ...(hasCases ? [casesCell(point)] : []),
        ...(isOfArea ? [coverageCell(point)] : []),
        ...(isLimited ? limitCells(shown, point).slice(-1) : []),
      ]),
    notes: [
      ...limitsSaid(shown),
      ...notesFor(isOfArea ? points.filter(({ known }) => known) : points),
    ],
  };
}

/** Of how many councils a figure of an area is. */
function coverageCell({ known }: ShownPoint): Cell {
  const coverage = known?.coverage;
  return numberCell(
    coverage ? areaWords.coverageOf(coverage.reported, coverage.expected) : NOTHING,
  );
}

/** The figures of an area have no history of their own. */
function periodCell(
  { known, period }: ShownPoint,
  { code }: Metric,
  councilKey: string | null,
): Cell {
  const name = formatPeriod(period);
  return known && councilKey !== null
    ? linkCell(name, addresses.figure(councilKey, code, period))
    : cell(name);
}
