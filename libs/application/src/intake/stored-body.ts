import type { InParts } from '#domain';
import type { IntakeTable } from '#domain/intake';
import type { ReceivedBody } from './receive-types.js';
import { partsOf, type CsvReading } from './row-source.js';

/**
 * A body as it is kept: `table` is the JSON of rows; `file` a file byte for byte, with how it is read where that is known
 * (`file utf-8 day-first`).
 */
export type StoredBody = { readonly format: string; readonly bytes: Uint8Array };

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const ENCODINGS: readonly CsvReading['encoding'][] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
];
const ORDERS = ['day-first', 'month-first'] as const;

export const bytesOf = (body: ReceivedBody): Uint8Array =>
  body.kind === 'file' ? body.bytes : encoder.encode(JSON.stringify(body.table));

/** A file as it is kept. */
export const toStored = (
  { bytes }: { readonly bytes: Uint8Array },
  reading: CsvReading | null = null,
): StoredBody => ({
  format: ['file', ...(reading ? [reading.encoding, reading.dateOrder ?? ''] : [])]
    .join(' ')
    .trim(),
  bytes,
});

/** A table of any length as it is kept: its rows are written part by part. */
export function* tableToStored({ rows, ...head }: IntakeTable): InParts<StoredBody> {
  const pieces = [encoder.encode(`${JSON.stringify(head).slice(0, -1)},"rows":[`)];
  for (const part of partsOf(rows)) {
    const text = JSON.stringify(part).slice(1, -1);
    pieces.push(encoder.encode(pieces.length > 1 ? `,${text}` : text));
    yield;
  }
  pieces.push(encoder.encode(']}'));
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return { format: 'table', bytes };
}

/** Whether what is stored is the file itself. */
export const isFile = (format: string): boolean => format.split(' ')[0] === 'file';

/** How a stored file is read; null for rows, and for a file that could not be looked through. */
export function readingOf(format: string): CsvReading | null {
  const [kind, encoding, order] = format.split(' ');
  const known = ENCODINGS.find((one) => one === encoding);
  return kind === 'file' && known
    ? { encoding: known, dateOrder: ORDERS.find((one) => one === order) ?? null }
    : null;
}

/** The body again, as it was when it was received. */
export function storedBody({ format, bytes }: StoredBody, fileName: string | null): ReceivedBody {
  return format === 'table'
    ? { kind: 'rows', table: JSON.parse(decoder.decode(bytes)) as IntakeTable }
    : { kind: 'file', bytes, fileName, announcedLength: null };
}
