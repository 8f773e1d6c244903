import { VisitStore } from '#application/ports';
import type { Visit } from '#domain/visits';
import type { SqlSession } from '../sql-session.js';

export class PostgresVisitStore extends VisitStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  ofActor(programmeId: number, actor: string): Promise<Visit | null> {
    return this.sql.one<Visit>(
      `select looked_at as "lookedAt", seen_at as "seenAt" from visit where programme_id = $1 and actor = $2`,
      [programmeId, actor],
    );
  }

  async save(programmeId: number, actor: string, { lookedAt, seenAt }: Visit): Promise<void> {
    await this.sql.run(
      `insert into visit (programme_id, actor, looked_at, seen_at) values ($1, $2, $3, $4)
       on conflict (programme_id, actor) do update set looked_at = excluded.looked_at, seen_at = excluded.seen_at
       where visit.seen_at < excluded.seen_at`,
      [programmeId, actor, lookedAt, seenAt],
    );
  }
}
