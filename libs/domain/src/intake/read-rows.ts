import { TOTAL } from '../observations/observation.js';
import { formatPeriod } from '../periods/index.js';
import { isParticipating } from '../register/index.js';
import type { Candidate } from './candidate.js';
import type { IntakeContext } from './check-submission-types.js';
import type { Finding } from './finding.js';
import type { IntakeRow, IntakeTable } from './intake-table.js';
import { nearest } from './nearest.js';
import { breakdownOf, readBox, readPublished, type FigurePlace } from './read-figure-cells.js';
import { readMeasureRow } from './read-measure-row.js';
import { say } from './say.js';
import {
  besideOf,
  nothing,
  sheetOf,
  type Figure,
  type PendingCheck,
  type RowRead,
  type RowsRead,
  type Sheet,
} from './sheet.js';

/** Every row of a table as figures on their way, with what the rules about place, time and value said. */
export function readRows(table: IntakeTable, context: IntakeContext): RowsRead {
  const sheet = sheetOf(table, context);
  const candidates: Candidate[] = [];
  const findings: Finding[] = [];
  const pending: PendingCheck[] = [];
  let rowsWithout = 0;
  for (const row of table.rows) {
    const read = readRow(row, table.columns.length, sheet);
    candidates.push(...read.candidates);
    findings.push(...read.findings);
    pending.push(...read.pending);
    if (read.candidates.length === 0) rowsWithout += 1;
  }
  return { candidates, findings, pending, rowsWithout };
}

function readRow(row: IntakeRow, width: number, sheet: Sheet): RowRead {
  const { context, text, header } = sheet;
  if (row.cells.length !== width) {
    return nothing(
      say(context.rules, 'ROW_RAGGED', { row: row.row }, { n: row.cells.length, m: width }),
    );
  }
  const located = sheet.locate(row);
  if (!located.ok) return nothing(located.findings);
  const { council, period } = located;
  const code = text(row, 'measure');
  const metric = sheet.metric(code);
  const published = context.source === 'published';
  const place = {
    row: row.row,
    councilId: council.id,
    period: `${period.timePeriod} ${period.timeIdentifier}`,
  };
  if (!metric || (metric.type === 'published') !== published) {
    return nothing(
      say(
        context.rules,
        'MEASURE_UNKNOWN',
        { ...place, column: header('measure'), value: code },
        suggestion(code, context),
      ),
    );
  }
  const breakdown = breakdownOf(metric, text(row, 'breakdown'));
  if (breakdown === undefined) {
    const list =
      metric.breakdown?.parts.map((part) => part.label).join(', ') ??
      'none: only the total is asked';
    const value = text(row, 'breakdown');
    return nothing(
      say(
        context.rules,
        'BREAKDOWN_UNKNOWN',
        { ...place, column: header('breakdown'), value, metric: metric.code },
        { value, list },
      ),
    );
  }
  const figure: Figure = { council, period, breakdown, metric, row };
  if (published) return readPublishedRow(figure, sheet);
  if (
    metric.askedOf !== 'all' &&
    context.source !== 'backfill' &&
    !isParticipating(context.register, council.id, metric.askedOf, period)
  ) {
    const reason = `not testing this reform in ${formatPeriod(period)}`;
    return nothing(
      say(
        context.rules,
        'MEASURE_NOT_ASKED',
        { ...place, column: header('measure'), value: code, metric: metric.code },
        { measure: metric.title, reason },
      ),
    );
  }
  return metric.type === 'box' ? readBoxRow(figure, sheet) : readMeasureRow(figure, sheet);
}

const suggestion = (code: string, context: IntakeContext): { value: string; nearest: string } => {
  const codes = context.metrics
    .filter((metric) => (metric.type === 'published') === (context.source === 'published'))
    .map((metric) => metric.code);
  return { value: code, nearest: nearest(code, codes) ?? 'a code of the template' };
};

function readBoxRow(figure: Figure, { context, text, header }: Sheet): RowRead {
  const { row, council, period, metric } = figure;
  const role =
    text(row, 'value').trim() === '' && text(row, 'numerator').trim() !== ''
      ? 'numerator'
      : 'value';
  const at: FigurePlace = {
    row: row.row,
    column: header(role) ?? role,
    council,
    period,
    metric,
    breakdown: TOTAL,
    from: null,
  };
  const { candidate, findings } = readBox(at, text(row, role), besideOf(row, text), context);
  return { candidates: [candidate], findings, pending: [] };
}

function readPublishedRow(figure: Figure, { context, text, header }: Sheet): RowRead {
  const { row, council, period, metric, breakdown } = figure;
  const at: FigurePlace = {
    row: row.row,
    column: header('value') ?? 'value',
    council,
    period,
    metric,
    breakdown,
    from: null,
  };
  const texts = {
    value: text(row, 'value'),
    numerator: text(row, 'numerator'),
    denominator: text(row, 'denominator'),
    state: text(row, 'state'),
  };
  const { candidate, findings } = readPublished(at, texts, context);
  return { candidates: [candidate], findings, pending: [] };
}
