import { AuditStore, type AuditEntry } from '#application/ports';
import type { SqlSession } from '../sql-session.js';

export class PostgresAuditStore extends AuditStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async record(entry: AuditEntry): Promise<void> {
    await this.sql.run(
      `insert into audit_entry (programme_id, at, actor, deed, council_id, subject, detail) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        entry.programmeId,
        entry.at,
        entry.actor,
        entry.deed,
        entry.councilId,
        entry.subject,
        JSON.stringify(entry.detail),
      ],
    );
  }
}
