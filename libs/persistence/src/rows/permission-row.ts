import type { Day } from '#domain/periods';
import type { Permission, PermissionKind } from '#domain/returns';

export type PermissionRow = {
  id: string;
  programme_id: number;
  council_id: number;
  kind: PermissionKind;
  period: string;
  period_start: Day;
  until: Day;
  reason: string;
  asked_at: Date;
  asked_by: string;
  granted_until: Day | null;
  answer: string | null;
  answered_at: Date | null;
  answered_by: string | null;
};

export const PERMISSION_COLUMNS = `id, programme_id, council_id, kind, period, period_start::text, until::text, reason,
  asked_at, asked_by, granted_until::text, answer, answered_at, answered_by`;

export const toPermission = (row: PermissionRow): Permission => ({
  id: row.id,
  programmeId: row.programme_id,
  councilId: row.council_id,
  kind: row.kind,
  period: row.period,
  periodStart: row.period_start,
  until: row.until,
  reason: row.reason,
  askedAt: row.asked_at,
  askedBy: row.asked_by,
  answer: row.answered_at && {
    until: row.granted_until,
    text: row.answer ?? '',
    at: row.answered_at,
    by: row.answered_by ?? '',
  },
});
