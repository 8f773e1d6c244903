import type { SeriesPoint, SeriesView } from '#application/figures';
import { addresses } from '../../addresses/addresses.js';
import { formatFigure, hasNoCases } from '../../format/format-figure.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatDay } from '../../format/format-time.js';
import { figuresWords } from '../../words/figures.words.js';
import { stateNotes } from '../../words/states.words.js';
import { cell, linkCell, numberCell, type Table } from '../tables.js';

/** What stands beneath a table for the states and standings that occur in it. */
export function notesFor(points: readonly SeriesPoint[]): readonly string[] {
  const states = ['missing', 'z', 'x', 'c', 'low'] as const;
  return [
    ...states.filter((state) => points.some((point) => point.state === state)),
    ...(points.some(hasNoCases) ? (['noCases'] as const) : []),
    ...(points.some((point) => point.standing === 'provisional') ? (['provisional'] as const) : []),
  ].map((state) => stateNotes[state]);
}

/** The table that belongs to a series' chart, newest first: every point with its history one step away. */
export function seriesTable(series: SeriesView, councilKey: string): Table {
  const { metric, points } = series;
  const { head } = figuresWords;
  const hasCases = points.some(({ denominator }) => denominator !== null);
  return {
    caption: figuresWords.showTable(metric.title),
    head: [
      { text: head.period },
      { text: head.figure, numeric: true },
      ...(hasCases ? [{ text: head.cases, numeric: true }] : []),
      { text: head.known },
    ],
    rows: points
      .toReversed()
      .map((point) => [
        linkCell(
          formatPeriod(point.period),
          addresses.figure(councilKey, metric.code, point.period),
        ),
        { ...numberCell(formatFigure(point, metric)), note: point.comment ?? undefined },
        ...(hasCases
          ? [
              numberCell(
                point.numerator === null || point.denominator === null
                  ? '–'
                  : figuresWords.ofCases(point.numerator, point.denominator),
              ),
            ]
          : []),
        cell(formatDay(point.knownAt)),
      ]),
    notes: notesFor(points),
  };
}
