import { FollowUpStore, type AlertRecord } from '#application/ports';
import type { Entry } from '#domain/follow-up';
import { alertColumns, toAlert, type AlertRow } from '../rows/alert-row.js';
import { ENTRIES_OF, toEntry, type EntryRow } from '../rows/entry-row.js';
import type { SqlSession } from '../sql-session.js';
import { appendEntries } from './append-entries.js';

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
    await appendEntries(this.sql, 'alert', { id, councilId }, entries);
  }
}
