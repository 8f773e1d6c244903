import type { IntakeTable } from '#domain/intake';
import type { ReceivedBody } from './receive-types.js';
import type { CsvReading } from './row-source.js';

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

export const toStored = (body: ReceivedBody, reading: CsvReading | null = null): StoredBody => ({
  format:
    body.kind === 'rows'
      ? 'table'
      : ['file', ...(reading ? [reading.encoding, reading.dateOrder ?? ''] : [])].join(' ').trim(),
  bytes: bytesOf(body),
});

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
