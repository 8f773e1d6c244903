import { NotificationStore } from '#application/ports';
import type {
  CarriedMessage,
  DeadMessage,
  MessageEnd,
  NotificationRecord,
  OutsideChannel,
  TakenMessage,
} from '#application/ports';
import { NOTIFICATION_COLUMNS } from '../rows/notification-columns.js';
import type { SqlSession } from '../sql-session.js';

const COLUMNS = NOTIFICATION_COLUMNS;

export class PostgresNotificationStore extends NotificationStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async claim(of: {
    now: Date;
    until: Date;
    channels: readonly OutsideChannel[];
    limit: number;
  }): Promise<readonly TakenMessage[]> {
    const taken = await this.sql.keptRows<Omit<TakenMessage, 'carried'>>(
      `with due as (
         select id from notification where not closed and channel = any ($3) and next_attempt_at <= $1
           and carried_by is null and (bundle is not null or test or alert_id is null and recipient <> 'board')
         order by next_attempt_at limit $4 for update skip locked)
       update notification n set attempts = n.attempts + 1, tries = n.tries + 1, next_attempt_at = $2
       from due join notification m on m.id = due.id join subscription s on s.id = m.subscription_id
         left join alert a on a.id = m.alert_id
       where n.id = due.id
       returning ${COLUMNS}, n.attempts as n, n.tries, s.address, s.secret, s.ended_at as "subscriptionEndedAt",
         a.rule_code as "ruleCode"`,
      [of.now, of.until, of.channels, of.limit],
    );
    const carried = await this.sql.keptRows<CarriedMessage & { carriedBy: string }>(
      `update notification n set attempts = l.attempts, tries = l.tries
       from notification l where n.carried_by = l.id and l.id = any ($1) and not n.closed
       returning ${COLUMNS}, n.carried_by as "carriedBy",
         (select a.rule_code from alert a where a.id = n.alert_id) as "ruleCode"`,
      [taken.map(({ id }) => id)],
    );
    return taken.map((one) => ({
      ...one,
      carried: carried
        .filter(({ carriedBy }) => carriedBy === one.id)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }));
  }

  async recordAttempt(
    { n }: Pick<TakenMessage, 'n'>,
    ends: readonly MessageEnd[],
    nextAt: Date | null,
  ): Promise<void> {
    await this.sql.run(
      `insert into notification_attempt (notification_id, council_id, n, at, outcome, detail)
       select e.id, e.council_id, $1, e.at, e.outcome, e.detail
       from unnest($2::uuid[], $3::int[], $4::timestamptz[], $5::text[], $6::text[]) e (id, council_id, at, outcome, detail)
       on conflict do nothing`,
      [
        n,
        ends.map(({ id }) => id),
        ends.map(({ councilId }) => councilId),
        ends.map(({ at }) => at),
        ends.map(({ outcome }) => outcome),
        ends.map(({ detail }) => detail),
      ],
    );
    // A delivery is a fact whoever tells it; any other end counts only from who holds the message now.
    await this.sql.run(
      `update notification m set closed = e.outcome <> 'failed', next_attempt_at = coalesce($4, m.next_attempt_at),
         delivered_at = case when e.outcome = 'delivered' then e.at end, died_at = case when e.outcome = 'dead' then e.at end
       from unnest($2::uuid[], $3::timestamptz[], $5::text[]) e (id, at, outcome)
       where m.id = e.id
         and (m.attempts = $1 and not m.closed or e.outcome = 'delivered' and m.delivered_at is null)`,
      [
        n,
        ends.map(({ id }) => id),
        ends.map(({ at }) => at),
        nextAt,
        ends.map(({ outcome }) => outcome),
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
       where n.programme_id = $1 and n.died_at is not null and n.carried_by is null order by n.died_at desc, n.id limit $2`,
      [programmeId, most],
    );
  }

  async revive(id: string, at: Date): Promise<boolean> {
    const touched = await this.sql.run(
      `update notification set closed = false, died_at = null, tries = 0, next_attempt_at = $2
       where (id = $1 or carried_by = $1) and died_at is not null`,
      [id, at],
    );
    return touched > 0;
  }
}
