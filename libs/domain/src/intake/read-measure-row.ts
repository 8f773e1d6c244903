import { parseDecimal } from '../decimal/decimal.js';
import { TOTAL } from '../observations/observation.js';
import { boxesOfMeasure } from './boxes-of-measure.js';
import { needsBoxes } from './needs-boxes.js';
import { readBox, type FigurePlace } from './read-figure-cells.js';
import { say } from './say.js';
import { besideOf, nothing, type Figure, type RowRead, type Sheet } from './sheet.js';

/** A row about a measure, as the boxes that its numbers stand for. */
export function readMeasureRow(figure: Figure, sheet: Sheet): RowRead {
  const { context, text, header } = sheet;
  const { row, council, period, metric, breakdown } = figure;
  const texts = {
    value: text(row, 'value'),
    numerator: text(row, 'numerator'),
    denominator: text(row, 'denominator'),
  };
  const place = {
    row: row.row,
    councilId: council.id,
    metric: metric.code,
    period: `${period.timePeriod} ${period.timeIdentifier}`,
  };
  const percent = /%\s*$/.test(texts.value);
  if (percent)
    return nothing(
      say(
        context.rules,
        'VALUE_PERCENT_SENT',
        { ...place, column: header('value'), value: texts.value },
        { value: texts.value, box: metric.title },
      ),
    );
  const read = boxesOfMeasure(metric, breakdown, texts);
  if (read.kind === 'needs') return nothing(needsBoxes(metric, read.boxes, context, place));
  const figures = read.boxes.flatMap(({ box, text: sent, column }) => {
    const boxMetric = sheet.metric(box);
    if (!boxMetric) return [];
    const at: FigurePlace = {
      row: row.row,
      column: header(column) ?? column,
      council,
      period,
      metric: boxMetric,
      breakdown: TOTAL,
      from: metric.code,
    };
    return [readBox(at, sent, besideOf(row, text), context)];
  });
  const first = figures[0]?.candidate;
  const at: FigurePlace = {
    row: row.row,
    column: header('denominator') ?? 'denominator',
    council,
    period,
    metric,
    breakdown,
    from: metric.code,
  };
  const checked = read.check && first && parseDecimal(read.check.text.trim()) !== null;
  return {
    candidates: figures.map((f) => f.candidate),
    findings: figures.flatMap((f) => f.findings),
    pending: checked && read.check ? [{ check: read.check, at, candidate: first }] : [],
  };
}
