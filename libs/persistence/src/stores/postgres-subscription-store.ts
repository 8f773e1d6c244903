import { SubscriptionStore } from '#application/ports';
import type { Subscription } from '#application/ports';
import type { SqlSession } from '../sql-session.js';

const COLUMNS = `s.id, s.programme_id as "programmeId", s.council_id as "councilId", s.recipient, s.channel, s.address,
  s.created_at as "createdAt", s.created_by as "createdBy", s.ended_at as "endedAt", s.ended_by as "endedBy", s.alerts, s.digest`;

export class PostgresSubscriptionStore extends SubscriptionStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async add(subscription: Subscription, secret: string | null): Promise<boolean> {
    const added = await this.sql.run(
      `insert into subscription (id, programme_id, council_id, recipient, channel, address, secret, created_at, created_by, alerts, digest)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        subscription.id,
        subscription.programmeId,
        subscription.councilId,
        subscription.recipient,
        subscription.channel,
        subscription.address,
        secret,
        subscription.createdAt,
        subscription.createdBy,
        subscription.alerts,
        subscription.digest,
      ],
    );
    return added > 0;
  }

  ofRecipient(
    programmeId: number,
    recipient: string,
    most: number,
  ): Promise<readonly Subscription[]> {
    return this.sql.rows<Subscription>(
      `select ${COLUMNS} from subscription s where s.programme_id = $1 and s.recipient = $2 and s.ended_at is null
       order by s.created_at, s.id limit $3`,
      [programmeId, recipient, most],
    );
  }

  forDigest(programmeId: number, at: Date): Promise<readonly Subscription[]> {
    return this.sql.keptRows<Subscription>(
      `select ${COLUMNS} from subscription s where s.programme_id = $1 and s.digest and s.created_at <= $2 and s.ended_at is null
       order by s.created_at, s.id`,
      [programmeId, at],
    );
  }

  standingAfter(
    programmeId: number,
    recipients: readonly string[],
    after: Date,
  ): Promise<readonly Subscription[]> {
    return this.sql.keptRows<Subscription>(
      `select ${COLUMNS} from subscription s where s.programme_id = $1 and s.recipient = any ($2) and s.alerts
         and (s.ended_at is null or s.ended_at > $3) order by s.created_at, s.id`,
      [programmeId, recipients, after],
    );
  }

  end(id: string, by: { actor: string; at: Date }): Promise<Subscription | null> {
    return this.sql.one<Subscription>(
      `update subscription s set ended_at = $2, ended_by = $3 where s.id = $1 and s.ended_at is null returning ${COLUMNS}`,
      [id, by.at, by.actor],
    );
  }
}
