import type { Benchmark, BenchmarkFigure } from '#application/figures';
import type { Council } from '#domain/register';
import { figureWords } from '../../format/format-figure.js';
import { formatNumber } from '../../format/format-number.js';
import { formatPeriod } from '../../format/format-period.js';
import { besideWords } from '../../words/beside.words.js';
import { cell, numberCell, type Table } from '../tables.js';

const { benchmark: w } = besideWords;

/**
 * A published figure beside its statistical neighbours as a band, its region and England: no council but the own one is named, and
 * what is not published says so. Null where none of them is.
 */
export function benchmarkTable(found: Benchmark | undefined, council: Council) {
  if (!found) return null;
  const { metric, period, own, neighbours, region, england } = found;
  if (!neighbours && !region && !england) return null;
  const said = (figure: BenchmarkFigure | null) =>
    numberCell(figure ? figureWords({ ...figure, denominator: null }, metric) : w.none);
  const [low, high] = [neighbours?.low, neighbours?.high].map((value) =>
    value === undefined ? '' : formatNumber(value, metric),
  );
  const when = formatPeriod(period);
  const table: Table = {
    caption: w.caption(metric.title, when),
    head: [{ text: w.head.who }, { text: w.head.figure, numeric: true }],
    rows: [
      [cell(council.name), said(own)],
      ...(neighbours
        ? [[cell(w.neighbours(neighbours.of)), numberCell(w.band(low ?? '', high ?? ''))]]
        : []),
      ...(region ? [[cell(w.region(region.name)), said(region)]] : []),
      [cell(w.england), said(england)],
    ],
  };
  return { title: w.title(when), intro: w.intro, table };
}
