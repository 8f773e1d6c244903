import type { Metric } from '../metrics/metric.js';
import { TOTAL } from '../observations/observation.js';
import { parseDecimal } from '../decimal/decimal.js';
import { formatPeriod } from '../periods/index.js';
import { isParticipating } from '../register/index.js';
import { boxesOfMeasure, type DifferenceCheck } from './boxes-of-measure.js';
import type { Candidate } from './candidate.js';
import { locateRow, type Located } from './locate-row.js';
import type { IntakeContext } from './check-submission-types.js';
import type { Finding } from './finding.js';
import type { IntakeRow, IntakeTable } from './intake-table.js';
import { mapColumns, type ColumnRole } from './map-columns.js';
import { nearest } from './nearest.js';
import { breakdownOf, readBox, readPublished, type FigurePlace } from './read-figure-cells.js';
import { say } from './say.js';

/** A measure whose denominator is a difference of boxes, to be compared when every row has been read. */
export type PendingCheck = {
  readonly check: DifferenceCheck;
  readonly at: FigurePlace;
  readonly candidate: Candidate;
};

export type RowsRead = {
  readonly candidates: readonly Candidate[];
  readonly findings: readonly Finding[];
  readonly pending: readonly PendingCheck[];
  /** Rows of which no figure came: blocked, or not asked. */
  readonly rowsWithout: number;
};

type Sheet = {
  readonly context: IntakeContext;
  readonly text: (row: IntakeRow, role: ColumnRole) => string;
  readonly header: (role: ColumnRole) => string | null;
  readonly locate: (row: IntakeRow) => Located;
  readonly metric: (code: string) => Metric | undefined;
};

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

function sheetOf(table: IntakeTable, context: IntakeContext): Sheet {
  const { at } = mapColumns(table.columns);
  const metrics = new Map(context.metrics.map((metric) => [metric.code.toLowerCase(), metric]));
  const text = (row: IntakeRow, role: ColumnRole): string => {
    const index = at[role];
    return index === undefined ? '' : (row.cells[index] ?? '');
  };
  const header = (role: ColumnRole): string | null => {
    const index = at[role];
    return index === undefined ? null : (table.columns[index] ?? null);
  };
  const places = new Map<string, Located>();
  const columns = { council: header('council'), period: header('period') ?? header('time_period') };
  return {
    context,
    text,
    header,
    metric: (code) => metrics.get(code.trim().toLowerCase()),
    locate: (row) => {
      const council = text(row, 'council').trim() || (context.defaultCouncil ?? '');
      const texts = {
        council,
        period: text(row, 'period') || text(row, 'time_period'),
        identifier: text(row, 'time_identifier'),
      };
      const key = Object.values(texts).join('\u0000');
      const kept = places.get(key);
      if (kept?.ok) return kept;
      const found = locateRow(texts, row.row, columns, context);
      places.set(key, found);
      return found;
    },
  };
}

type RowRead = Omit<RowsRead, 'rowsWithout'>;
const nothing = (findings: readonly Finding[]): RowRead => ({
  candidates: [],
  findings,
  pending: [],
});

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

type Figure = Pick<Candidate, 'council' | 'period' | 'metric' | 'breakdown'> & {
  readonly row: IntakeRow;
};

const suggestion = (code: string, context: IntakeContext): { value: string; nearest: string } => {
  const codes = context.metrics
    .filter((metric) => (metric.type === 'published') === (context.source === 'published'))
    .map((metric) => metric.code);
  return { value: code, nearest: nearest(code, codes) ?? 'a code of the template' };
};

const besideOf = (row: IntakeRow, text: Sheet['text']) => ({
  state: text(row, 'state'),
  comment: text(row, 'comment'),
  reason: text(row, 'reason'),
  reasonText: text(row, 'reason_text'),
});

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

function readMeasureRow(figure: Figure, sheet: Sheet): RowRead {
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

/** What to send beside a measure whose boxes do not follow from it. */
export const needsBoxes = (
  metric: Metric,
  boxes: readonly string[],
  context: IntakeContext,
  place: Parameters<typeof say>[2],
): readonly Finding[] =>
  say(
    context.rules,
    'MEASURE_NEEDS_BOXES',
    { column: 'measure', value: metric.code, ...place },
    { measure: metric.title, boxes: boxes.join(' and ') },
  );
