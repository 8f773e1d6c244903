import { err, ok, type Result } from '#domain';
import {
  chooseSheet,
  MOST_BYTES,
  readCsv,
  say,
  scanForPersonalData,
  scanWorkbook,
  tableFindings,
  tableOfWorkbook,
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
  readonly workbooks: WorkbookReader;
};

/** A table, what may be stored of it, and what the guard said of all that came beside it. */
type Opened = {
  readonly table: Result<IntakeTable, readonly Finding[]>;
  readonly keep: ReceivedBody | null;
  readonly personal: readonly Finding[];
};

export async function readBody(body: ReceivedBody, with_: With): Promise<ReadBody> {
  const { rules, comment, councilNamed } = with_;
  const { table, keep, personal: beside } = await open(body, with_);
  const extra = [comment, body.kind === 'file' ? body.fileName : null].filter(
    (text) => text !== null,
  );
  const inside = table.ok ? scanForPersonalData(table.value, extra, rules) : [];
  const personal = [...inside, ...beside];
  if (personal.length > 0) return { kind: 'refused', findings: personal, keep: null };
  if (!table.ok) return { kind: 'refused', findings: table.error, keep: null };
  const shape = tableFindings(table.value, rules, councilNamed);
  const findings = [...shape, ...(table.value.remarks ?? [])];
  if (shape.length > 0 || !keep) return { kind: 'refused', findings, keep };
  return { kind: 'table', table: table.value, keep };
}

async function open(body: ReceivedBody, with_: With): Promise<Opened> {
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
  { rules, councilNamed, workbooks }: With,
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
  const choice = chooseSheet(read.value, councilNamed);
  const table = tableOfWorkbook(read.value, choice, rules);
  const used =
    table.ok && choice.kind === 'sheet' ? { index: choice.chosen.index, table: table.value } : null;
  return {
    table,
    keep: table.ok ? { kind: 'rows', table: table.value } : null,
    personal: scanWorkbook(read.value, used, rules),
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
