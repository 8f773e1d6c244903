import type { Finding } from './finding.js';
import type { IntakeTable } from './intake-table.js';
import { caseListFindings } from './personal-data/case-list.js';
import { scanForPersonalData } from './personal-data/scan-for-personal-data.js';
import { tableFindings } from './table-findings.js';
import { understandColumns, type ColumnNames } from './understand-columns.js';
import type { ValidationRule } from './validation-rule.js';

export type Examined =
  | { readonly kind: 'table'; readonly table: IntakeTable }
  /** Nothing of it may be kept, or stored anywhere. */
  | { readonly kind: 'personal'; readonly findings: readonly Finding[] }
  | { readonly kind: 'unusable'; readonly findings: readonly Finding[] };

/**
 * The first look at a table, before anything of it is stored: first for data about a person, in it and in the texts that
 * came with it, then for what every row must say.
 */
export function examineTable(
  table: IntakeTable,
  look: {
    readonly texts: readonly string[];
    readonly rules: readonly ValidationRule[];
    readonly names: ColumnNames;
    readonly councilNamed: boolean;
  },
): Examined {
  const { rules } = look;
  const personal = scanForPersonalData(table, look.texts, rules);
  if (personal.length > 0) return { kind: 'personal', findings: personal };
  const understood = understandColumns(table, look.names);
  const cases = caseListFindings(understood, rules);
  if (cases.length > 0) return { kind: 'personal', findings: cases };
  const findings = tableFindings(understood, rules, look.councilNamed);
  return findings.length > 0
    ? { kind: 'unusable', findings: [...findings, ...(table.remarks ?? [])] }
    : { kind: 'table', table: understood };
}
