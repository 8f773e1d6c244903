import {
  MonthSoFarStore,
  type FigureSoFar,
  type MonthSoFar,
  type MonthSoFarOf,
  type PushOf,
} from '#application/ports';
import { periodFromKey, periodKey, type Day, type Period } from '#domain/periods';
import type { SqlSession } from '../sql-session.js';

type Row = {
  period: string;
  received_at: Date;
  received_by: string;
  channel: MonthSoFar['channel'];
  figures: FigureSoFar[];
  demonstration: boolean;
};

export class PostgresMonthSoFarStore extends MonthSoFarStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async pushed({ programmeId, councilId }: MonthSoFarOf, period: Period): Promise<PushOf | null> {
    const row = await this.sql.one<{ key_digest: string | null; body_digest: string }>(
      `select key_digest, body_digest from month_so_far
       where programme_id = $1 and council_id = $2 and period = $3`,
      [programmeId, councilId, periodKey(period)],
    );
    return row && { keyDigest: row.key_digest, bodyDigest: row.body_digest };
  }

  async replace(
    { programmeId, councilId }: MonthSoFarOf,
    push: MonthSoFar & PushOf & { readonly expiresAt: Date },
  ): Promise<void> {
    await this.sql.run(
      `insert into month_so_far (programme_id, council_id, period, period_start, received_at, received_by, channel,
         key_digest, body_digest, figures, demonstration, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (programme_id, council_id, period) do update set received_at = excluded.received_at,
         received_by = excluded.received_by, channel = excluded.channel, key_digest = excluded.key_digest,
         body_digest = excluded.body_digest, figures = excluded.figures, demonstration = excluded.demonstration`,
      [
        programmeId,
        councilId,
        periodKey(push.period),
        push.period.start,
        push.receivedAt,
        push.receivedBy,
        push.channel,
        push.keyDigest,
        push.bodyDigest,
        JSON.stringify(push.figures),
        push.demonstration,
        push.expiresAt,
      ],
    );
  }

  async ofCouncil(
    { programmeId, councilId }: MonthSoFarOf,
    now: Date,
  ): Promise<readonly MonthSoFar[]> {
    const rows = await this.sql.rows<Row>(
      `select period, received_at, received_by, channel, figures, demonstration from month_so_far
       where programme_id = $1 and council_id = $2 and expires_at > $3 order by period_start desc limit 12`,
      [programmeId, councilId, now],
    );
    return rows.flatMap((row) => {
      const period = periodFromKey(row.period);
      if (!period) return [];
      const { received_at: receivedAt, received_by: receivedBy } = row;
      const { channel, figures, demonstration } = row;
      return [{ councilId, period, receivedAt, receivedBy, channel, figures, demonstration }];
    });
  }

  async forget({ programmeId, councilId }: MonthSoFarOf, starts: readonly Day[]): Promise<void> {
    await this.sql.run(
      `delete from month_so_far where programme_id = $1 and council_id = $2 and period_start = any ($3::date[])`,
      [programmeId, councilId, starts],
    );
  }

  async forgetEnded(now: Date): Promise<void> {
    await this.sql.run(`delete from month_so_far where expires_at <= $1`, [now]);
  }
}
