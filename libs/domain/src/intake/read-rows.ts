import { TOTAL } from '../observations/observation.js';
import { periodKey } from '../periods/period.js';
import type { Candidate } from './candidate.js';
import type { IntakeContext } from './check-submission-types.js';
import type { FigurePlace } from './figure-place.js';
import type { Finding } from './finding.js';
import type { IntakeRow, IntakeTable, TableHead } from './intake-table.js';
import type { Located } from './locate-row.js';
import { readBox } from './read-box.js';
import { breakdownOf } from './read-breakdown.js';
import type { RowPlace } from './row-place.js';
import type { RowRead } from './row-read.js';
import { readMeasureRow } from './read-measure-row.js';
import { readPublished } from './read-published.js';
import { formulaNotValue } from './rules/formula-not-value.js';
import { measureNotAsked } from './rules/measure-not-asked.js';
import { breakdownUnknown } from './rules/breakdown-unknown.js';
import { measureVersionEnded } from './rules/measure-version-ended.js';
import { measureUnknown } from './rules/measure-unknown.js';
import type { StatedSum } from './rules/stated-sum-agrees.js';
import { say } from './say.js';
import { besideOf, placeFindings, sheetOf, type Figure, type Sheet } from './sheet.js';

export type RowsRead = {
  readonly candidates: readonly Candidate[];
  readonly findings: readonly Finding[];
  readonly stated: readonly StatedSum[];
  /** Rows of which no figure came: blocked, or not asked. */
  readonly rowsWithout: number;
};

/** Every row of a table as figures on their way, with what the rules about place, time and value said. */
export function readRows(table: IntakeTable, context: IntakeContext): RowsRead {
  return rowReader(table, context)(table.rows);
}

/** The same for a table whose rows come in parts. */
export function rowReader(
  head: TableHead,
  context: IntakeContext,
): (rows: readonly IntakeRow[]) => RowsRead {
  const sheet = sheetOf(head, context);
  return (rows) => readWith(sheet, rows);
}

function readWith(sheet: Sheet, rows: readonly IntakeRow[]): RowsRead {
  const candidates: Candidate[] = [];
  const findings: Finding[] = [];
  const stated: StatedSum[] = [];
  let rowsWithout = 0;
  for (const row of rows) {
    const read = readRow(row, sheet);
    candidates.push(...read.candidates);
    findings.push(...read.findings);
    if (read.stated) stated.push(read.stated);
    if (read.candidates.length === 0) rowsWithout += 1;
  }
  return { candidates, findings, stated, rowsWithout };
}

const nothing = (findings: readonly Finding[]): RowRead => ({
  candidates: [],
  findings,
  stated: null,
});

/** Everything that is wrong with whose, when and what a row is; only a row without such a fault has figures. */
function readRow(row: IntakeRow, sheet: Sheet): RowRead {
  const { context, text, width } = sheet;
  if (row.cells.length !== width) {
    const { cells, columns } = row.ragged ?? { cells: row.cells.length, columns: width };
    const fills = { n: cells, m: columns };
    return nothing(say(context.rules, 'ROW_RAGGED', { row: row.row }, fills));
  }
  const formulas = formulaNotValue(row, sheet);
  if (formulas.length > 0) return nothing(formulas);
  const located = sheet.locate(row);
  const where = located.ok ? [] : placeFindings(located.faults, row, sheet);
  const metric = sheet.metric(text(row, 'measure'), located.ok ? located.period.start : undefined);
  const at = cellOf(row, located);
  if (!metric) return nothing([...where, ...measureUnknown(at, sheet)]);
  const breakdown = breakdownOf(metric, text(row, 'breakdown'));
  if (located.ok) {
    const unasked = measureNotAsked({ ...located, metric, row }, sheet);
    if (unasked.length > 0) return nothing(unasked);
    const ended = measureVersionEnded({ ...located, metric, row }, sheet);
    if (ended.length > 0) return nothing(ended);
  }
  if (breakdown === undefined) return nothing([...where, ...breakdownUnknown(metric, at, sheet)]);
  if (!located.ok) return nothing(where);
  const { council, period } = located;
  return readFigure({ council, period, breakdown, metric, row }, sheet);
}

const cellOf = (row: IntakeRow, located: Located): RowPlace => ({
  row,
  councilId: located.ok ? located.council.id : null,
  period: located.ok ? periodKey(located.period) : null,
});

function readFigure(figure: Figure, sheet: Sheet): RowRead {
  switch (figure.metric.type) {
    case 'published':
      return readPublishedRow(figure, sheet);
    case 'box':
      return readBoxRow(figure, sheet);
    case 'measure':
      return readMeasureRow(figure, sheet);
  }
}

const placeAt = (
  { row, council, period, metric }: Figure,
  { column, breakdown }: { column: string; breakdown: string },
): FigurePlace => ({ row: row.row, council, period, metric, from: null, column, breakdown });

function readBoxRow(figure: Figure, sheet: Sheet): RowRead {
  const { row } = figure;
  const { text, column, context } = sheet;
  const inNumerator = text(row, 'value').trim() === '' && text(row, 'numerator').trim() !== '';
  const role = inNumerator ? 'numerator' : 'value';
  const at = placeAt(figure, { column: column(role, row), breakdown: TOTAL });
  const read = readBox(at, text(row, role), besideOf(row, sheet), context);
  return { candidates: [read.candidate], findings: read.findings, stated: null };
}

function readPublishedRow(figure: Figure, sheet: Sheet): RowRead {
  const { row } = figure;
  const { text, column, context } = sheet;
  const at = placeAt(figure, { column: column('value', row), breakdown: figure.breakdown });
  const texts = {
    value: text(row, 'value'),
    numerator: text(row, 'numerator'),
    denominator: text(row, 'denominator'),
    state: text(row, 'state'),
  };
  const read = readPublished(at, texts, column, context);
  return { candidates: [read.candidate], findings: read.findings, stated: null };
}
