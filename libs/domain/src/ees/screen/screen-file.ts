import { csvRows } from '../../intake/csv/csv-rows.js';
import { decodeText } from '../../intake/csv/decode.js';
import { delimiterOf } from '../../intake/csv/delimiter-of.js';

/** A file as it was read for screening: with its empty rows, and what it was written in. */
export type ScreenFile = {
  readonly name: string;
  readonly separator: string;
  readonly isUtf8: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const LIMITS = { rows: 1_000_001, columns: 5_000, keepEmpty: true };

/** A file for screening. One that is no text, or has no line, has no columns. */
export function readScreenFile(name: string, bytes: Uint8Array): ScreenFile {
  const text = decodeText(bytes) ?? '';
  const separator = delimiterOf(text);
  const [header, ...rows] = csvRows(text, separator, LIMITS).rows;
  return {
    name,
    separator: text.split(/\r?\n/, 1)[0]?.includes(separator) ? separator : '',
    isUtf8: isUtf8(bytes),
    columns: header?.cells ?? [],
    rows: rows.map(({ cells }) => cells),
  };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
