import { PermissionStore } from '#application/ports';
import type { GrantedExtension, OpenedMonth } from '#application/ports';
import type { Day } from '#domain/periods';
import type { Permission } from '#domain/returns';
import { PERMISSION_COLUMNS, toPermission, type PermissionRow } from '../rows/permission-row.js';
import type { SqlSession } from '../sql-session.js';

export class PostgresPermissionStore extends PermissionStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async add(permission: Permission): Promise<boolean> {
    const { answer } = permission;
    const added = await this.sql.run(
      `insert into permission (id, programme_id, council_id, kind, period, period_start, until, reason, asked_at, asked_by,
         granted_until, answer, answered_at, answered_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (programme_id, council_id, kind, period) where answered_at is null do nothing`,
      [
        permission.id,
        permission.programmeId,
        permission.councilId,
        permission.kind,
        permission.period,
        permission.periodStart,
        permission.until,
        permission.reason,
        permission.askedAt,
        permission.askedBy,
        answer?.until ?? null,
        answer?.text ?? null,
        answer?.at ?? null,
        answer?.by ?? null,
      ],
    );
    return added === 1;
  }

  async answer(id: string, answer: NonNullable<Permission['answer']>): Promise<Permission | null> {
    const row = await this.sql.one<PermissionRow>(
      `update permission set granted_until = $2, answer = $3, answered_at = $4, answered_by = $5
       where id = $1 and answered_at is null returning ${PERMISSION_COLUMNS}`,
      [id, answer.until, answer.text, answer.at, answer.by],
    );
    return row && toPermission(row);
  }

  opened(of: {
    programmeId: number;
    councilIds: readonly number[];
    today: Day;
  }): Promise<readonly OpenedMonth[]> {
    return this.sql.keptRows<OpenedMonth>(
      `select distinct council_id as "councilId", period, period_start::text as start from permission
       where programme_id = $1 and council_id = any ($2) and kind = 'exception' and granted_until >= $3`,
      [of.programmeId, of.councilIds, of.today],
    );
  }

  extensionsFrom(programmeId: number, day: Day): Promise<readonly GrantedExtension[]> {
    return this.sql.keptRows<GrantedExtension>(
      `select council_id as "councilId", period, granted_until::text as until, answered_at as "grantedAt" from permission
       where programme_id = $1 and kind = 'extension' and granted_until >= $2`,
      [programmeId, day],
    );
  }
}
