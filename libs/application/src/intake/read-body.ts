import {
  scanForPersonalData,
  readCsv,
  tableFindings,
  type Finding,
  type IntakeTable,
  type ValidationRule,
} from '#domain/intake';
import type { ReceivedBody } from './receive-types.js';

/**
 * The first look at what came: bytes become a table, and nothing that looks like a person's data gets any further.
 * `personal` is true when the guard refused it: then nothing of the content may be kept, quoted or logged.
 */
export type ReadBody =
  | { readonly kind: 'table'; readonly table: IntakeTable }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[]; readonly personal: boolean };

export function readBody(
  body: ReceivedBody,
  comment: string | null,
  rules: readonly ValidationRule[],
): ReadBody {
  const read =
    body.kind === 'rows' ? ({ ok: true, value: body.table } as const) : readCsv(body, rules);
  if (!read.ok) return { kind: 'refused', findings: read.error, personal: false };
  const extra = [comment, body.kind === 'file' ? body.fileName : null].filter(
    (text) => text !== null,
  );
  const personal = scanForPersonalData(read.value, extra, rules);
  if (personal.length > 0) return { kind: 'refused', findings: personal, personal: true };
  const shape = tableFindings(read.value, rules);
  if (shape.length > 0) return { kind: 'refused', findings: shape, personal: false };
  return { kind: 'table', table: read.value };
}
