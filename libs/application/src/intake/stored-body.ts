import type { IntakeTable } from '#domain/intake';
import type { ReceivedBody } from './receive-types.js';

/** How a body is kept as received: a file byte for byte, rows as the JSON of their table. */
export type StoredFormat = 'file' | 'table';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const formatOf = (body: ReceivedBody): StoredFormat =>
  body.kind === 'file' ? 'file' : 'table';

export const bytesOf = (body: ReceivedBody): Uint8Array =>
  body.kind === 'file' ? body.bytes : encoder.encode(JSON.stringify(body.table));

/** The body again, as it was when it was received. */
export function storedBody(
  stored: { format: string; bytes: Uint8Array },
  fileName: string | null,
): ReceivedBody {
  return stored.format === 'table'
    ? { kind: 'rows', table: JSON.parse(decoder.decode(stored.bytes)) as IntakeTable }
    : { kind: 'file', bytes: stored.bytes, fileName, announcedLength: null };
}
