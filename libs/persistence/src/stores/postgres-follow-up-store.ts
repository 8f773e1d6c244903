import { FollowUpStore, type AlertRecord } from '#application/ports';
import type { Entry } from '#domain/follow-up';
import { alertColumns, toAlert, type AlertRow } from '../rows/alert-row.js';
import { ENTRIES_OF, toEntry, type EntryRow } from '../rows/entry-row.js';
import type { SqlSession } from '../sql-session.js';

export class PostgresFollowUpStore extends FollowUpStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async open(
    alertId: string,
  ): Promise<{ readonly alert: AlertRecord; readonly entries: readonly Entry[] } | null> {
    const row = await this.sql.keptOne<AlertRow>(
      `select ${alertColumns('a')} from alert a where a.id = $1 for update`,
      [alertId],
    );
    if (!row) return null;
    const entries = await this.sql.keptRows<EntryRow>(ENTRIES_OF, [alertId]);
    return { alert: toAlert(row), entries: entries.map(toEntry) };
  }

  async append(
    { id, councilId }: Pick<AlertRecord, 'id' | 'councilId'>,
    entries: readonly Entry[],
  ): Promise<void> {
    await this.sql.run(
      `insert into alert_entry (alert_id, council_id, n, at, made_by, kind, deed)
       select $1, $2, e.n, e.at, e.made_by, e.deed ->> 'kind', e.deed
       from unnest($3::int[], $4::timestamptz[], $5::text[], $6::jsonb[]) e (n, at, made_by, deed)`,
      [
        id,
        councilId,
        entries.map(({ n }) => n),
        entries.map(({ at }) => at),
        entries.map(({ by }) => by),
        entries.map(({ deed }) => JSON.stringify(deed)),
      ],
    );
  }
}
