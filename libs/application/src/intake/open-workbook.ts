import { err, type Result } from '#domain';
import {
  chooseSheet,
  MOST_BYTES,
  say,
  scanWorkbook,
  tableOfWorkbook,
  type ColumnNames,
  type Finding,
  type IntakeTable,
  type ValidationRule,
  type WorkbookFault,
} from '#domain/intake';
import type { Turns, WorkbookReader } from '../ports/index.js';
import { inTurns } from './in-turns.js';
import type { ReceivedBody } from './receive-types.js';

/** The table of a workbook, and what the guard said of all that came beside it. */
export type OpenedWorkbook = {
  readonly table: Result<IntakeTable, readonly Finding[]>;
  readonly personal: readonly Finding[];
};

/** An archive, as every .xlsx is; or a compound file: an older workbook, or one with a password. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  [
    [0x50, 0x4b, 0x03, 0x04],
    [0x50, 0x4b, 0x05, 0x06],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((marks) => marks.every((mark, index) => bytes[index] === mark));

export async function openWorkbook(
  { bytes, announcedLength }: ReceivedBody & { readonly kind: 'file' },
  with_: {
    readonly rules: readonly ValidationRule[];
    readonly councilNamed: boolean;
    readonly names: ColumnNames;
    readonly workbooks: WorkbookReader;
    readonly turns: Turns;
  },
): Promise<OpenedWorkbook> {
  const { rules, councilNamed, names, workbooks, turns } = with_;
  const refused = (fault: WorkbookFault): OpenedWorkbook => ({
    table: err(faultFindings(fault, rules)),
    personal: [],
  });
  if (announcedLength !== null && bytes.byteLength < announcedLength)
    return refused({ kind: 'cut-off' });
  if (bytes.byteLength > MOST_BYTES)
    return refused({
      kind: 'too-large',
      size: `${Math.round(bytes.byteLength / 1_000_000)} MB`,
    });
  const read = await workbooks.read(bytes, turns);
  if (!read.ok) return refused(read.error);
  const choice = chooseSheet(read.value, { councilNamed, names });
  const table = await inTurns(tableOfWorkbook(read.value, choice, rules), turns);
  const used =
    table.ok && choice.kind === 'sheet' ? { index: choice.chosen.index, table: table.value } : null;
  const personal = await inTurns(scanWorkbook(read.value, used, { rules, names }), turns);
  return { table, personal };
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
