import type { AlertRecord, AlertStep } from '#application/ports';

export type AlertRow = {
  id: string;
  programme_id: number;
  council_id: number;
  rule_code: string;
  rule_version: number;
  metric: string | null;
  series_key: string;
  opened_by: string;
  opened_at: Date;
  state: AlertRecord['state'];
  no_data: boolean;
  since: Date;
  fired_at: Date | null;
  resolved_at: Date | null;
  period: string;
  why: string;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
};

const COLUMNS =
  'id programme_id council_id rule_code rule_version metric series_key opened_by opened_at state no_data since fired_at resolved_at period why acknowledged_at acknowledged_by';

export const alertColumns = (alias: string): string =>
  COLUMNS.split(' ')
    .map((column) => `${alias}.${column}`)
    .join(', ');

export const toAlert = (row: AlertRow): AlertRecord => ({
  id: row.id,
  programmeId: row.programme_id,
  councilId: row.council_id,
  ruleCode: row.rule_code,
  ruleVersion: row.rule_version,
  metric: row.metric,
  seriesKey: row.series_key,
  openedBy: row.opened_by,
  openedAt: row.opened_at,
  state: row.state,
  noData: row.no_data,
  since: row.since,
  firedAt: row.fired_at,
  resolvedAt: row.resolved_at,
  period: row.period,
  why: row.why,
  acknowledgedAt: row.acknowledged_at,
  acknowledgedBy: row.acknowledged_by,
});

export type StepRow = {
  alert_id: string;
  n: number;
  at: Date;
  period: string;
  from_state: string;
  to_state: string;
  no_data: boolean;
  reason: string;
  rule_version: number;
};

export const toStep = (row: StepRow): AlertStep => ({
  alertId: row.alert_id,
  n: row.n,
  at: row.at,
  period: row.period,
  from: row.from_state,
  to: row.to_state,
  noData: row.no_data,
  reason: row.reason,
  ruleVersion: row.rule_version,
});
