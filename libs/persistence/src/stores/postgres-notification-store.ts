import { NotificationStore } from '#application/ports';
import type {
  DeadMessage,
  NotificationRecord,
  OutsideChannel,
  SendAttempt,
  TakenMessage,
} from '#application/ports';
import type { SqlSession } from '../sql-session.js';

const COLUMNS = `n.id, n.programme_id as "programmeId", n.council_id as "councilId", n.alert_id as "alertId", n.period, n.event,
  n.audience, n.recipient, n.channel, n.subscription_id as "subscriptionId", n.test, n.subject, n.body, n.reason,
  n.planned_at as "plannedAt", n.due_at as "dueAt"`;

export class PostgresNotificationStore extends NotificationStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async takeDue(now: Date, limit: number): Promise<readonly NotificationRecord[]> {
    return this.sql.keptRows<NotificationRecord>(
      `select ${COLUMNS} from notification n
       where not n.closed and n.channel = 'in-app' and n.next_attempt_at <= $1
       order by n.next_attempt_at limit $2 for update skip locked`,
      [now, limit],
    );
  }

  async claim(of: {
    now: Date;
    until: Date;
    channels: readonly OutsideChannel[];
    limit: number;
  }): Promise<readonly TakenMessage[]> {
    return this.sql.keptRows<TakenMessage>(
      `with due as (
         select id from notification where not closed and channel = any ($3) and next_attempt_at <= $1
         order by next_attempt_at limit $4 for update skip locked)
       update notification n set attempts = n.attempts + 1, tries = n.tries + 1, next_attempt_at = $2
       from due join notification m on m.id = due.id join subscription s on s.id = m.subscription_id
         left join alert a on a.id = m.alert_id
       where n.id = due.id
       returning ${COLUMNS}, n.attempts as n, n.tries, s.address, s.secret, s.ended_at as "subscriptionEndedAt",
         a.rule_code as "ruleCode"`,
      [of.now, of.until, of.channels, of.limit],
    );
  }

  async recordInbox(message: NotificationRecord, attempt: SendAttempt): Promise<void> {
    await this.sql.run(
      `insert into notification_attempt (notification_id, council_id, n, at, outcome, detail) values ($1, $2, 1, $3, $4, $5)`,
      [message.id, message.councilId, attempt.at, attempt.outcome, attempt.detail],
    );
    await this.sql.run(
      `update notification set closed = true, delivered_at = $2, attempts = 1, tries = 1 where id = $1`,
      [message.id, attempt.outcome === 'delivered' ? attempt.at : null],
    );
  }

  async recordAttempt(
    message: TakenMessage,
    attempt: SendAttempt,
    nextAt: Date | null,
  ): Promise<void> {
    await this.sql.run(
      `insert into notification_attempt (notification_id, council_id, n, at, outcome, detail)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [message.id, message.councilId, message.n, attempt.at, attempt.outcome, attempt.detail],
    );
    // A delivery is a fact whoever tells it; any other end counts only from who holds the message now.
    await this.sql.run(
      `update notification set closed = $3, next_attempt_at = coalesce($4, next_attempt_at), delivered_at = $5, died_at = $6
       where id = $1 and (attempts = $2 and not closed or $5::timestamptz is not null and delivered_at is null)`,
      [
        message.id,
        message.n,
        attempt.outcome !== 'failed',
        nextAt,
        attempt.outcome === 'delivered' ? attempt.at : null,
        attempt.outcome === 'dead' ? attempt.at : null,
      ],
    );
  }

  async addTest(message: NotificationRecord): Promise<void> {
    await this.sql.run(
      `insert into notification (id, programme_id, council_id, event, audience, recipient, channel, test, subject, body,
         reason, planned_at, due_at, next_attempt_at)
       values ($1, $2, $3, $4, $5, $6, 'in-app', true, $7, $8, $9, $10, $11, $11)`,
      [
        message.id,
        message.programmeId,
        message.councilId,
        message.event,
        message.audience,
        message.recipient,
        message.subject,
        message.body,
        message.reason,
        message.plannedAt,
        message.dueAt,
      ],
    );
  }

  dead(programmeId: number, most: number): Promise<readonly DeadMessage[]> {
    return this.sql.rows<DeadMessage>(
      `select n.id, n.recipient, n.channel, n.event, n.test, n.died_at as "diedAt", n.tries, t.detail
       from notification n join notification_attempt t on t.notification_id = n.id and t.n = n.attempts
       where n.programme_id = $1 and n.died_at is not null order by n.died_at desc, n.id limit $2`,
      [programmeId, most],
    );
  }

  async revive(id: string, at: Date): Promise<boolean> {
    const touched = await this.sql.run(
      `update notification set closed = false, died_at = null, tries = 0, next_attempt_at = $2
       where id = $1 and died_at is not null`,
      [id, at],
    );
    return touched > 0;
  }
}
