import { PermissionReadModel } from '#application/ports';
import type { GrantedExtension, PermissionQuery } from '#application/ports';
import type { Scope } from '#domain/access';
import type { Permission } from '#domain/returns';
import { PERMISSION_COLUMNS, toPermission, type PermissionRow } from '../rows/permission-row.js';
import type { ScopedTransactions } from '../scoped-transactions.js';

/** Far more than councils ask for in the months of a board. */
const MOST = 5_000;

export class PostgresPermissionReadModel extends PermissionReadModel {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  async list(scope: Scope, query: PermissionQuery): Promise<readonly Permission[]> {
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<PermissionRow>(
        `select ${PERMISSION_COLUMNS} from permission
         where programme_id = $1 and ($2::int[] is null or council_id = any ($2))
           and ($3::date is null or period_start >= $3) and ($4::date is null or period_start < $4)
           and (not $5 or answered_at is null)
         order by asked_at, id limit ${MOST}`,
        [
          query.programmeId,
          query.councilIds === 'all' ? null : query.councilIds,
          query.from,
          query.to,
          query.waiting,
        ],
      ),
    );
    return rows.map(toPermission);
  }

  async byId(scope: Scope, id: string): Promise<Permission | null> {
    const row = await this.transactions.read(scope, (sql) =>
      sql.one<PermissionRow>(`select ${PERMISSION_COLUMNS} from permission where id = $1`, [id]),
    );
    return row && toPermission(row);
  }

  extensions(
    scope: Scope,
    { programmeId, councilIds }: Pick<PermissionQuery, 'programmeId' | 'councilIds'>,
  ): Promise<readonly GrantedExtension[]> {
    return this.transactions.read(scope, (sql) =>
      sql.rows<GrantedExtension>(
        `select council_id as "councilId", period, granted_until::text as until, answered_at as "grantedAt" from permission
         where programme_id = $1 and ($2::int[] is null or council_id = any ($2)) and kind = 'extension'
           and granted_until is not null`,
        [programmeId, councilIds === 'all' ? null : councilIds],
      ),
    );
  }
}
