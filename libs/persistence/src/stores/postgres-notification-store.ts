import { NotificationStore } from '#application/ports';
import type { NotificationRecord, SendAttempt } from '#application/ports';
import type { SqlSession } from '../sql-session.js';

export class PostgresNotificationStore extends NotificationStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async takeDue(now: Date, limit: number): Promise<readonly NotificationRecord[]> {
    return this.sql.keptRows<NotificationRecord>(
      `select n.id, n.programme_id as "programmeId", n.council_id as "councilId", n.alert_id as "alertId", n.period, n.event,
         n.audience, n.recipient, n.channel, n.subject, n.body, n.reason, n.due_at as "dueAt"
       from notification n where not n.closed and n.due_at <= $1 order by n.due_at limit $2 for update skip locked`,
      [now, limit],
    );
  }

  async recordAttempt(notification: NotificationRecord, attempt: SendAttempt): Promise<void> {
    await this.sql.run(
      `insert into notification_attempt (notification_id, council_id, n, at, outcome, detail)
       select $1, $2, 1 + count(*), $3, $4, $5 from notification_attempt where notification_id = $1`,
      [notification.id, notification.councilId, attempt.at, attempt.outcome, attempt.detail],
    );
    await this.sql.run(`update notification set closed = $2, delivered_at = $3 where id = $1`, [
      notification.id,
      attempt.outcome !== 'failed',
      attempt.outcome === 'delivered' ? attempt.at : null,
    ]);
  }
}
