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
 * The first look at what came: bytes become a table, and nothing that looks like a person's data gets any further. A
 * refused body may be kept for its sender only when it passed the personal-data guard (`mayKeep`); what could not be read
 * could not be looked through either.
 */
export type ReadBody =
  | { readonly kind: 'table'; readonly table: IntakeTable }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[]; readonly mayKeep: boolean };

export function readBody(
  body: ReceivedBody,
  with_: {
    readonly comment: string | null;
    readonly rules: readonly ValidationRule[];
    readonly councilNamed: boolean;
  },
): ReadBody {
  const { rules, comment, councilNamed } = with_;
  const read =
    body.kind === 'rows' ? ({ ok: true, value: body.table } as const) : readCsv(body, rules);
  if (!read.ok) return { kind: 'refused', findings: read.error, mayKeep: false };
  const extra = [comment, body.kind === 'file' ? body.fileName : null].filter(
    (text) => text !== null,
  );
  const personal = scanForPersonalData(read.value, extra, rules);
  if (personal.length > 0) return { kind: 'refused', findings: personal, mayKeep: false };
  const shape = tableFindings(read.value, rules, councilNamed);
  if (shape.length > 0) return { kind: 'refused', findings: shape, mayKeep: true };
  return { kind: 'table', table: read.value };
}
