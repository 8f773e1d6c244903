import { DraftStore, type DraftNote, type DraftOf, type NewDraft } from '#application/ports';
import { periodFromKey, periodKey } from '#domain/periods';
import type { DraftFields, ReturnDraft } from '#domain/returns';
import type { SqlSession } from '../sql-session.js';

type DraftRow = {
  version: string;
  fields: DraftFields;
  saved_at: Date;
  saved_by: string;
  expires_at: Date;
};

const keyOf = ({ programmeId, councilId, period }: DraftOf) => [
  programmeId,
  councilId,
  periodKey(period),
];

const FIND = `select version, fields, saved_at, saved_by, expires_at from return_draft
  where programme_id = $1 and council_id = $2 and period = $3 and expires_at > $4`;

type NoteRow = Omit<DraftRow, 'fields' | 'expires_at'>;

const noteOf = (row: NoteRow) => ({
  version: Number(row.version),
  savedAt: row.saved_at,
  savedBy: row.saved_by,
});

export class PostgresDraftStore extends DraftStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async find(of: DraftOf, now: Date): Promise<ReturnDraft | null> {
    const row = await this.sql.one<DraftRow>(FIND, [...keyOf(of), now]);
    return row && { ...noteOf(row), fields: row.fields, expiresAt: row.expires_at };
  }

  /** The lock is on the name of the draft, since there may be no row yet. */
  async take(of: DraftOf, now: Date): Promise<ReturnDraft | null> {
    await this.sql.run(
      `select pg_advisory_xact_lock(hashtextextended(format('draft %s %s %s', $1::int, $2::int, $3::text), 0))`,
      keyOf(of),
    );
    return this.find(of, now);
  }

  async save(of: DraftOf, { fields, savedAt, savedBy, expiresAt }: NewDraft): Promise<void> {
    await this.sql.run(
      `insert into return_draft (programme_id, council_id, period, period_start, version, fields, saved_at, saved_by, expires_at)
       values ($1, $2, $3, $4, nextval('return_draft_version'), $5, $6, $7, $8)
       on conflict (programme_id, council_id, period) do update set version = excluded.version,
         fields = excluded.fields, saved_at = excluded.saved_at, saved_by = excluded.saved_by,
         expires_at = excluded.expires_at`,
      [...keyOf(of), of.period.start, JSON.stringify(fields), savedAt, savedBy, expiresAt],
    );
  }

  async ofCouncil(
    { programmeId, councilId }: { programmeId: number; councilId: number },
    now: Date,
  ): Promise<readonly DraftNote[]> {
    const rows = await this.sql.rows<NoteRow & { period: string }>(
      `select period, version, saved_at, saved_by from return_draft
       where programme_id = $1 and council_id = $2 and expires_at > $3 order by period_start desc limit 100`,
      [programmeId, councilId, now],
    );
    return rows.flatMap((row) => {
      const period = periodFromKey(row.period);
      return period ? [{ ...noteOf(row), period }] : [];
    });
  }

  async discard(of: DraftOf, version: number): Promise<void> {
    await this.sql.run(
      `delete from return_draft where programme_id = $1 and council_id = $2 and period = $3 and version = $4`,
      [...keyOf(of), version],
    );
  }

  async forgetEnded(now: Date): Promise<void> {
    await this.sql.run(`delete from return_draft where expires_at <= $1`, [now]);
  }
}
