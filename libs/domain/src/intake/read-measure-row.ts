import { TOTAL } from '../observations/observation.js';
import { periodKey } from '../periods/period.js';
import { boxesOfMeasure, type BoxText } from './boxes-of-measure.js';
import type { FigurePlace, ReadFigure } from './figure-place.js';
import { readBox } from './read-box.js';
import type { RowRead } from './row-read.js';
import { measureNeedsBoxes } from './rules/measure-needs-boxes.js';
import type { StatedSum } from './rules/stated-sum-agrees.js';
import { say, type Place } from './say.js';
import { besideOf, type Figure, type Sheet } from './sheet.js';

/** A row about a measure, as the boxes that its numbers stand for. */
export function readMeasureRow(figure: Figure, sheet: Sheet): RowRead {
  const { context, text, column } = sheet;
  const { row, council, period, metric, breakdown } = figure;
  const texts = {
    value: text(row, 'value'),
    numerator: text(row, 'numerator'),
    denominator: text(row, 'denominator'),
    state: text(row, 'state'),
  };
  const place: Place = {
    row: row.row,
    councilId: council.id,
    metric: metric.code,
    period: periodKey(period),
  };
  if (/%\s*$/.test(texts.value) && texts.numerator.trim() === '') {
    const sent = { value: texts.value, box: metric.title };
    const at = { ...place, column: column('value', row), value: texts.value };
    return nothing(say(context.rules, 'VALUE_PERCENT_SENT', at, sent));
  }
  const read = boxesOfMeasure(metric, breakdown, texts);
  const at = { ...place, column: column('measure', row), value: metric.code };
  if (read.kind === 'needs') return nothing(measureNeedsBoxes(metric, read.boxes, at, context));
  const stated = (
    role: 'value' | 'denominator',
  ): Pick<StatedSum, 'measure' | 'at' | 'measureColumn'> => ({
    measure: metric,
    at: { row: row.row, column: column(role, row), council, period, metric },
    measureColumn: column('measure', row),
  });
  if (read.kind === 'total') {
    const total = {
      ...stated('value'),
      code: 'BREAKDOWN_SUM' as const,
      terms: read.terms,
      numerator: null,
    };
    return { candidates: [], findings: [], stated: total };
  }
  const figures = read.boxes.flatMap((sent) => readOne(sent, figure, sheet));
  const [numerator] = figures;
  return {
    candidates: figures.map(({ candidate }) => candidate),
    findings: figures.flatMap(({ findings }) => findings),
    stated:
      read.denominator && numerator && numerator.candidate.value !== null
        ? {
            ...stated('denominator'),
            code: 'SHARED_NUMBER_DIFFERS',
            terms: read.denominator,
            numerator: numerator.candidate.metric.code,
          }
        : null,
  };
}

const nothing = (findings: RowRead['findings']): RowRead => ({
  candidates: [],
  findings,
  stated: null,
});

function readOne(sent: BoxText, figure: Figure, sheet: Sheet): readonly ReadFigure[] {
  const box = sheet.metric(sent.box);
  if (!box) return [];
  const { row, council, period, metric } = figure;
  const at: FigurePlace = {
    row: row.row,
    column: sheet.column(sent.column, row),
    council,
    period,
    metric: box,
    breakdown: TOTAL,
    from: metric.code,
  };
  // An answer in place of a number is about what is above the line: the denominator is what it is.
  const beside = besideOf(row, sheet);
  const own = sent.column === 'denominator' ? { ...beside, state: '', comment: '' } : beside;
  return [readBox(at, sent.text, own, sheet.context)];
}
