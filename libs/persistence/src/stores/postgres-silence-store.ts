import { SilenceStore } from '#application/ports';
import type { Silence } from '#domain/notifications';
import type { SqlSession } from '../sql-session.js';

const COLUMNS = `s.id, s.programme_id as "programmeId", s.council_id as "councilId", s.partnership, s.rule_code as "ruleCode", s.metric,
  s.audience, s.starts_at as "from", s.until, s.reason, s.created_at as "createdAt", s.created_by as "createdBy",
  s.ended_at as "endedAt", s.ended_by as "endedBy"`;

export class PostgresSilenceStore extends SilenceStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async add(silence: Silence): Promise<void> {
    await this.sql.run(
      `insert into silence (id, programme_id, council_id, partnership, rule_code, metric, audience, starts_at, until, reason,
         created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        silence.id,
        silence.programmeId,
        silence.councilId,
        silence.partnership,
        silence.ruleCode,
        silence.metric,
        silence.audience,
        silence.from,
        silence.until,
        silence.reason,
        silence.createdAt,
        silence.createdBy,
      ],
    );
  }

  standing(programmeId: number, now: Date, most: number): Promise<readonly Silence[]> {
    return this.sql.keptRows<Silence>(
      `select ${COLUMNS} from silence s where s.programme_id = $1 and s.until > $2 and s.ended_at is null
       order by s.until, s.id limit $3`,
      [programmeId, now, most],
    );
  }

  over(programmeId: number, now: Date, most: number): Promise<readonly Silence[]> {
    return this.sql.rows<Silence>(
      `select ${COLUMNS} from silence s where s.programme_id = $1 and (s.until <= $2 or s.ended_at is not null)
       order by coalesce(s.ended_at, s.until) desc, s.id limit $3`,
      [programmeId, now, most],
    );
  }

  one(id: string): Promise<Silence | null> {
    return this.sql.one<Silence>(`select ${COLUMNS} from silence s where s.id = $1`, [id]);
  }

  end(id: string, by: { actor: string; at: Date }): Promise<Silence | null> {
    return this.sql.one<Silence>(
      `update silence s set ended_at = $2, ended_by = $3 where s.id = $1 and s.ended_at is null and s.until > $2
       returning ${COLUMNS}`,
      [id, by.at, by.actor],
    );
  }
}
