import { err, ok, type Result } from '#domain';
import {
  chooseSheet,
  MOST_BYTES,
  readCsv,
  say,
  examineTable,
  scanWorkbook,
  tableOfWorkbook,
  type ColumnNames,
  type Finding,
  type IntakeTable,
  type ValidationRule,
  type WorkbookFault,
} from '#domain/intake';
import type { WorkbookReader } from '../ports/index.js';
import type { ReceivedBody } from './receive-types.js';

/**
 * The first look at what came: bytes become a table, and nothing that looks like a person's data gets any further. `keep`
 * is what may be stored: the body as it came, or of a workbook the table alone, since the rest of it was thrown away. A
 * refused body may be kept for its sender only when it passed the personal-data guard; what could not be read could not be
 * looked through either.
 */
export type ReadBody =
  | { readonly kind: 'table'; readonly table: IntakeTable; readonly keep: ReceivedBody }
  | {
      readonly kind: 'refused';
      readonly findings: readonly Finding[];
      readonly keep: ReceivedBody | null;
    };

type FileBody = ReceivedBody & { readonly kind: 'file' };
type With = {
  readonly comment: string | null;
  readonly rules: readonly ValidationRule[];
  readonly councilNamed: boolean;
  /** How this sender's names of columns are understood. */
  readonly names: ColumnNames;
  readonly workbooks: WorkbookReader;
};

type OpenWith = Omit<With, 'comment'>;

/** A table, what may be stored of it, and what the guard said of all that came beside it. */
type Opened = {
  readonly table: Result<IntakeTable, readonly Finding[]>;
  readonly keep: ReceivedBody | null;
  readonly personal: readonly Finding[];
};

export async function readBody(body: ReceivedBody, with_: With): Promise<ReadBody> {
  const { rules, comment, councilNamed, names } = with_;
  const { table, keep, personal: beside } = await openBody(body, with_);
  const extra = [comment, body.kind === 'file' ? body.fileName : null].filter(
    (text) => text !== null,
  );
  const examined = table.ok
    ? examineTable(table.value, { texts: extra, rules, names, councilNamed })
    : null;
  const inside = examined?.kind === 'personal' ? examined.findings : [];
  const personal = [...inside, ...beside];
  if (personal.length > 0) return { kind: 'refused', findings: personal, keep: null };
  if (!table.ok) return { kind: 'refused', findings: table.error, keep: null };
  if (examined?.kind !== 'table' || !keep)
    return {
      kind: 'refused',
      findings: examined?.kind === 'unusable' ? examined.findings : [],
      keep,
    };
  return { kind: 'table', table: examined.table, keep };
}

/** A body as a table, before anything has looked at what it holds. */
export async function openBody(body: ReceivedBody, with_: OpenWith): Promise<Opened> {
  if (body.kind === 'rows') return { table: ok(body.table), keep: body, personal: [] };
  if (isWorkbook(body.bytes)) return openWorkbook(body, with_);
  return { table: readCsv(body, with_.rules), keep: body, personal: [] };
}

/** An archive, as every .xlsx is; or a compound file: an older workbook, or one with a password. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  [
    [0x50, 0x4b, 0x03, 0x04],
    [0x50, 0x4b, 0x05, 0x06],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((marks) => marks.every((mark, index) => bytes[index] === mark));

async function openWorkbook(
  { bytes, announcedLength }: FileBody,
  { rules, councilNamed, workbooks, names }: OpenWith,
): Promise<Opened> {
  const refused = (fault: WorkbookFault): Opened => ({
    table: err(faultFindings(fault, rules)),
    keep: null,
    personal: [],
  });
  if (announcedLength !== null && bytes.byteLength < announcedLength)
    return refused({ kind: 'cut-off' });
  if (bytes.byteLength > MOST_BYTES)
    return refused({
      kind: 'too-large',
      size: `${Math.round(bytes.byteLength / 1_000_000)} MB`,
    });
  const read = await workbooks.read(bytes);
  if (!read.ok) return refused(read.error);
  const choice = chooseSheet(read.value, { councilNamed, names });
  const table = tableOfWorkbook(read.value, choice, rules);
  const used =
    table.ok && choice.kind === 'sheet' ? { index: choice.chosen.index, table: table.value } : null;
  return {
    table,
    keep: table.ok ? { kind: 'rows', table: table.value } : null,
    personal: scanWorkbook(read.value, used, { rules, names }),
  };
}

function faultFindings(fault: WorkbookFault, rules: readonly ValidationRule[]): readonly Finding[] {
  switch (fault.kind) {
    case 'unreadable':
      return say(rules, 'FILE_UNREADABLE', {});
    case 'cut-off':
      return say(rules, 'FILE_CUT_OFF', {});
    case 'too-large':
      return say(rules, 'FILE_TOO_LARGE', {}, { size: fault.size });
  }
}
