import type { Finding } from './finding.js';
import type { IntakeRow, IntakeTable, TableHead } from './intake-table.js';
import { mapColumns } from './map-columns.js';
import { caseListCount } from './personal-data/case-list.js';
import { personalDataScan } from './personal-data/scan-for-personal-data.js';
import { dateOrders } from './read-period.js';
import { tableFindings } from './table-findings.js';
import { understandColumns, type ColumnNames } from './understand-columns.js';
import type { ValidationRule } from './validation-rule.js';

export type Examined =
  | { readonly kind: 'table'; readonly table: IntakeTable }
  /** Nothing of it may be kept, or stored anywhere. */
  | { readonly kind: 'personal'; readonly findings: readonly Finding[] }
  | { readonly kind: 'unusable'; readonly findings: readonly Finding[] };

type Look = {
  readonly texts: readonly string[];
  readonly rules: readonly ValidationRule[];
  readonly names: ColumnNames;
  readonly councilNamed: boolean;
};

/**
 * The first look at a table, before anything of it is stored: first for data about a person, in it and in the texts that
 * came with it, then for what every row must say.
 */
export function examineTable(table: IntakeTable, look: Look): Examined {
  const examiner = tableExaminer(table, look);
  examiner.take(table.rows);
  const examined = examiner.done();
  return examined.kind === 'table'
    ? { kind: 'table', table: { ...understandColumns(table, look.names), ...examined.head } }
    : examined;
}

export type TableExaminer = {
  readonly take: (rows: readonly IntakeRow[]) => void;
  readonly done: () =>
    Exclude<Examined, { kind: 'table' }> | { readonly kind: 'table'; readonly head: TableHead };
};

/** The same for a table whose rows come in parts: of them it remembers only counts. */
export function tableExaminer(head: TableHead, look: Look): TableExaminer {
  const { rules, names } = look;
  const { rows: _, ...understood } = understandColumns({ ...head, rows: [] }, names);
  const scan = personalDataScan(head, look.texts, rules);
  const cases = caseListCount(understood, rules);
  const orders = dateOrders();
  const { at } = mapColumns(understood);
  const period = at.period ?? at.time_period;
  let count = 0;
  return {
    take: (rows) => {
      scan.take(rows);
      const own = understandColumns({ ...head, rows }, names).rows;
      cases.take(own);
      if (period !== undefined) for (const { cells } of own) orders.take(cells[period] ?? '');
      count += own.length;
    },
    done: () => {
      const personal = scan.findings();
      if (personal.length > 0) return { kind: 'personal', findings: personal };
      const listed = cases.findings();
      if (listed.length > 0) return { kind: 'personal', findings: listed };
      const findings = tableFindings(understood, count, { rules, councilNamed: look.councilNamed });
      return findings.length > 0
        ? { kind: 'unusable', findings: [...findings, ...(head.remarks ?? [])] }
        : { kind: 'table', head: { ...understood, dateOrder: orders.order() } };
    },
  };
}
