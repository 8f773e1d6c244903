import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { scopeOf, type Reader } from '#domain/access';
import { eesLines, eesPair, exportName, type EesPair } from '#domain/ees';
import { CSV_START, csvLine } from '#domain/intake';
import type { Day } from '#domain/periods';
import { appliesTo, mayReadFigures } from '../figures/index.js';
import type { Download } from '../intake/index.js';
import type { FilePacker } from '../ports/index.js';
import { aboutPair } from './about-pair.js';
import {
  expectedCouncils,
  exportedFigures,
  type ExportedFigure,
  type ExportedMetric,
  type ExportPorts,
} from './exported-figures.js';
import { TABLE_COLUMNS, TABLE_WIDTHS, tableRows } from './figure-table.js';

/** A table for a spreadsheet, a workbook, the pair for Explore Education Statistics, and what has to be known of the pair. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'ees.zip', 'ees.txt'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type ExportQuestion = {
  readonly metric: string;
  /** One council; null for every one that the reader sees. */
  readonly councilId: number | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly asKnownAt: Date | null;
};

const MOST_ROWS = 60_000;
/** Lines that are written at once. */
const LINES = 500;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A metric's figures, with what the writing of them needs. */
type Exported = {
  readonly of: ExportedMetric;
  readonly figures: readonly ExportedFigure[];
  readonly demonstration: boolean;
};

/**
 * Figures of one metric as files, under the reader's scope and as known on a day. The table has every figure, provisional
 * ones marked; the pair for Explore Education Statistics, which has no column for that, leaves provisional ones out.
 */
export class ExportFigures {
  constructor(private readonly ports: ExportPorts & { readonly packer: FilePacker }) {}

  async run(
    reader: Reader,
    question: ExportQuestion,
    format: ExportFormat,
  ): Promise<Result<Download, Refusal>> {
    const exported = await this.read(reader, question);
    if (!exported) return err(refusal('NOT_FOUND'));
    if (exported.figures.length > MOST_ROWS) return err(refusal('EXPORT_TOO_LARGE'));
    return format === 'csv' || format === 'xlsx'
      ? ok(this.table(exported, format))
      : this.forEes(exported, format);
  }

  /** The two files for Explore Education Statistics; null where the reader sees no figure that is not provisional. */
  async pair(reader: Reader, question: ExportQuestion): Promise<EesPair | null> {
    const exported = await this.read(reader, question);
    return exported && pairOf(exported);
  }

  /** Null when the metric is not known, or the reader sees no figure of it. */
  private async read(reader: Reader, question: ExportQuestion): Promise<Exported | null> {
    const programme = await this.ports.programme.current();
    const scope = scopeOf(reader);
    const metric = programme.metrics.find(({ code }) => code === question.metric);
    if (!metric || !mayReadFigures(scope)) return null;
    const of = { ...question, metric, scope, programme };
    const figures = await exportedFigures(this.ports, of);
    const demonstration = figures.some((figure) => figure.demonstration);
    return figures.length === 0 ? null : { of, figures, demonstration };
  }

  private table(exported: Exported, format: 'csv' | 'xlsx'): Download {
    const { metric, programme } = exported.of;
    const rows = tableRows(exported.figures, { metric, register: programme.register });
    const name = exportName(metric, exported.demonstration);
    if (format === 'csv')
      return {
        fileName: `${name}.csv`,
        type: 'text/csv; charset=utf-8',
        content: inPieces(csvLines(rows)),
      };
    const sheet = {
      name: metric.code.slice(0, 31),
      rows: [TABLE_COLUMNS, ...[...rows].map((row) => row.map(asNumber))],
      widths: TABLE_WIDTHS,
    };
    const content = inPieces([this.ports.packer.workbook(sheet)]);
    return { fileName: `${name}.xlsx`, type: XLSX, content };
  }

  private forEes(exported: Exported, format: 'ees.zip' | 'ees.txt'): Result<Download, Refusal> {
    const pair = pairOf(exported);
    if (!pair) return err(refusal('NOT_FOUND'));
    if (pair.data.rows.length > MOST_ROWS) return err(refusal('EXPORT_TOO_LARGE'));
    const { metric, programme, asKnownAt } = exported.of;
    const { demonstration, figures } = exported;
    const name = exportName(metric, demonstration);
    if (format === 'ees.txt') {
      const text = aboutPair(pair, {
        ...{ metric, demonstration, programmeName: programme.register.programmeName },
        provisional: figures.filter(isProvisional).length,
        asKnownAt: asKnownAt ?? this.ports.clock.now(),
      });
      const type = 'text/plain; charset=utf-8';
      return ok({ fileName: `${name}.ees.txt`, type, content: inPieces([text]) });
    }
    const files = [pair.data, pair.metadata].map(
      (table) => [table.name, [...eesLines(table)].join('')] as const,
    );
    const content = inPieces([this.ports.packer.archive(files)]);
    return ok({ fileName: `${name}.ees.zip`, type: 'application/zip', content });
  }
}

const isProvisional = ({ standing }: ExportedFigure): boolean => standing === 'provisional';

function pairOf({ of, figures, demonstration }: Exported): EesPair | null {
  const { programme, metric } = of;
  return eesPair({
    ...{ metric, demonstration, register: programme.register },
    country: ENGLAND,
    figures: figures.filter((figure) => !isProvisional(figure)),
    expected: expectedCouncils(of),
    applies: (councilId, period) => appliesTo(programme, metric, councilId)(period),
  });
}
const ENGLAND = { code: 'E92000001', name: 'England' };

const isDecimal = (column: (typeof TABLE_COLUMNS)[number]): boolean =>
  column === 'value' || column === 'numerator' || column === 'denominator';

/** A decimal as the number that it is; one that a number cannot hold exactly stays a text, as do names of years. */
function asNumber(cell: string | null, index: number): string | number | null {
  const column = TABLE_COLUMNS[index];
  if (cell === null || column === undefined || !isDecimal(column)) return cell;
  return String(Number(cell)) === cell ? Number(cell) : cell;
}

function* csvLines(rows: Iterable<readonly (string | null)[]>): Generator<string> {
  yield CSV_START + csvLine(TABLE_COLUMNS);
  for (const row of rows) yield csvLine(row);
}

async function* inPieces(
  lines: Iterable<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array> {
  let held: string[] = [];
  for (const line of lines) {
    if (typeof line !== 'string') yield line;
    else if (held.push(line) === LINES) {
      yield await Promise.resolve(held.join(''));
      held = [];
    }
  }
  if (held.length > 0) yield held.join('');
}
