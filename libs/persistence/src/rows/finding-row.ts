import type { KeptFinding } from '#application/ports';

export type FindingRow = {
  n: number;
  code: string;
  rule_version: number;
  severity: KeptFinding['severity'];
  scope: KeptFinding['scope'];
  row_number: number | null;
  column_name: string | null;
  value: string | null;
  message: string;
  fix: string;
  about_council: number | null;
  metric: string | null;
  period: string | null;
  explanation: string | null;
  explained_by: string | null;
  explained_at: Date | string | null;
  closed_at: Date | string | null;
};

/** Moments are texts where the row came inside JSON. */
const momentOf = (at: Date | string | null): Date | null => (at === null ? null : new Date(at));

export const toFinding = (row: FindingRow): KeptFinding => ({
  n: row.n,
  code: row.code,
  ruleVersion: row.rule_version,
  severity: row.severity,
  scope: row.scope,
  row: row.row_number,
  column: row.column_name,
  value: row.value,
  message: row.message,
  fix: row.fix,
  councilId: row.about_council,
  metric: row.metric,
  period: row.period,
  explanation: row.explanation,
  explainedBy: row.explained_by,
  explainedAt: momentOf(row.explained_at),
  closedAt: momentOf(row.closed_at),
});
