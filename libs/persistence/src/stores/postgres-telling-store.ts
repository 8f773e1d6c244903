import { TellingStore } from '#application/ports';
import type {
  AlertRecord,
  DueMessage,
  Hold,
  NotificationRecord,
  SendAttempt,
} from '#application/ports';
import type { Entry } from '#domain/follow-up';
import type { Bundle, Neighbour } from '#domain/notifications';
import { alertColumns, toAlert, type AlertRow } from '../rows/alert-row.js';
import { toEntry, type EntryRow } from '../rows/entry-row.js';
import { NOTIFICATION_COLUMNS } from '../rows/notification-columns.js';
import type { SqlSession } from '../sql-session.js';

/** `$1` is now. */
const DUE_COLUMNS = `${NOTIFICATION_COLUMNS}, n.held is not null as "wasHeld", n.next_attempt_at <= $1 as "isDue",
  (select json_build_object('ruleCode', a.rule_code, 'metric', a.metric, 'state', a.state, 'resolvedAt', a.resolved_at)
   from alert a where a.id = n.alert_id) as alert`;

/** Times inside JSON arrive as text. */
const toDue = (row: DueMessage): DueMessage => {
  const { alert } = row;
  const resolvedAt = alert?.resolvedAt ? new Date(alert.resolvedAt) : null;
  return { ...row, alert: alert && { ...alert, resolvedAt } };
};

/** A message about an alert that waits to leave, and is in no bundle; the board's are about one without naming it. */
const UNBUNDLED = `not n.closed and n.channel <> 'in-app' and n.bundle is null and not n.test
  and (n.alert_id is not null or n.recipient = 'board')`;

export class PostgresTellingStore extends TellingStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async release(now: Date): Promise<void> {
    await this.sql.run(
      `update notification set next_attempt_at = $1 where id in (
         select n.id from notification n where n.held is not null and n.next_attempt_at > $1 and (
           n.held = 'silence' and exists (select from silence s where s.id = n.held_by and s.ended_at <= $1)
           or n.held = 'inhibition' and exists (
             select from alert a where a.id = n.held_by and a.state not in ('firing', 'recovering')
               or a.id = n.alert_id and a.state = 'resolved'))
         for update skip locked)`,
      [now],
    );
  }

  async takeDue(now: Date, limit: number): Promise<readonly DueMessage[]> {
    await this.takeTurns();
    const rows = await this.sql.keptRows<DueMessage>(
      `select ${DUE_COLUMNS} from notification n
       where not n.closed and n.channel = 'in-app' and n.next_attempt_at <= $1
       order by n.next_attempt_at, n.due_at, n.id limit $2 for update`,
      [now, limit],
    );
    return rows.map(toDue);
  }

  /** One worker decides at a time, so that what is due together goes together. */
  private async takeTurns(): Promise<void> {
    await this.sql.run(`select pg_advisory_xact_lock(hashtext('telling'))`);
  }

  async hold(id: string, { held, by, until, reason }: Hold): Promise<void> {
    await this.sql.run(
      `update notification set held = $2, held_by = $3, held_why = $4, next_attempt_at = coalesce($5::timestamptz, 'infinity') where id = $1`,
      [id, held, by, reason, until],
    );
  }

  async settle(message: NotificationRecord, attempt: SendAttempt): Promise<void> {
    await this.sql.run(
      `with one as (
         update notification set closed = true, delivered_at = $2, attempts = attempts + 1, tries = tries + 1,
           held = null, held_by = null, held_why = null
         where id = $1 returning id, council_id, attempts)
       insert into notification_attempt (notification_id, council_id, n, at, outcome, detail)
       select id, council_id, attempts, $3, $4, $5 from one`,
      [
        message.id,
        attempt.outcome === 'delivered' ? attempt.at : null,
        attempt.at,
        attempt.outcome,
        attempt.detail,
      ],
    );
  }

  async told(alertIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.sql.keptRows<{ key: string }>(
      `select distinct n.alert_id || ' ' || n.recipient as key from notification n
       where n.alert_id = any ($1) and n.channel = 'in-app' and n.delivered_at is not null
         and n.event !~ '^(resolved|rejudged|withdrawn) '`,
      [alertIds],
    );
    return new Set(rows.map(({ key }) => key));
  }

  openBy(of: {
    programmeId: number;
    councilIds: readonly number[];
    ruleCodes: readonly string[];
  }): Promise<readonly Neighbour[]> {
    return this.sql.keptRows<Neighbour>(
      `select a.id, a.council_id as "councilId", a.rule_code as "ruleCode", a.metric from alert a
       where a.programme_id = $1 and a.council_id = any ($2) and a.rule_code = any ($3)
         and a.state in ('firing', 'recovering') order by a.opened_at, a.id`,
      [of.programmeId, of.councilIds, of.ruleCodes],
    );
  }

  async takeDeparting(of: {
    now: Date;
    dayEnds: Date;
    limit: number;
  }): Promise<readonly DueMessage[]> {
    await this.takeTurns();
    const rows = await this.sql.keptRows<DueMessage>(
      `with due as (
         select n.subscription_id from notification n where ${UNBUNDLED} and n.next_attempt_at <= $1
           and not exists (select from notification i where not i.closed and i.channel = 'in-app' and i.next_attempt_at <= $1)
         order by n.next_attempt_at limit $3)
       select ${DUE_COLUMNS} from notification n
       where ${UNBUNDLED} and n.subscription_id in (select subscription_id from due)
         and (n.next_attempt_at <= $1 or n.held is null and n.next_attempt_at < $2)
       order by n.next_attempt_at, n.planned_at, n.id limit $3 for update`,
      [of.now, of.dayEnds, of.limit],
    );
    return rows.map(toDue);
  }

  async wentOut(
    subscriptionIds: readonly string[],
    keys: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await this.sql.keptRows<{ key: string }>(
      `select n.subscription_id || ' ' || n.bundle as key from notification n
       where n.subscription_id = any ($1) and n.bundle = any ($2) and n.carried_by is null`,
      [subscriptionIds, keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  async bundle({ leader, carried, key }: Bundle, at: Date): Promise<void> {
    await this.sql.run(
      `update notification set bundle = $3, next_attempt_at = $4, held = null, held_by = null, held_why = null,
         carried_by = case when id = $1 then null else $1::uuid end
       where id = $1 or id = any ($2)`,
      [leader, carried, key, at],
    );
  }

  async postpone(ids: readonly string[], until: Date): Promise<void> {
    await this.sql.run(
      `update notification set next_attempt_at = $2, held = null, held_by = null, held_why = null where id = any ($1)`,
      [ids, until],
    );
  }

  async standing(of: {
    programmeId: number;
    after: string | null;
    limit: number;
  }): Promise<readonly { readonly alert: AlertRecord; readonly entries: readonly Entry[] }[]> {
    const rows = await this.sql.keptRows<AlertRow>(
      `select ${alertColumns('a')} from alert a
       where a.programme_id = $1 and a.state in ('firing', 'recovering') and a.fired_at is not null
         and ($2::uuid is null or a.id > $2) order by a.id limit $3`,
      [of.programmeId, of.after, of.limit],
    );
    const entries = await this.sql.keptRows<EntryRow & { alert_id: string }>(
      `select alert_id, n, at, made_by, deed from alert_entry where alert_id = any ($1) order by alert_id, n`,
      [rows.map(({ id }) => id)],
    );
    const byAlert = new Map<string, Entry[]>();
    for (const row of entries)
      byAlert.set(row.alert_id, [...(byAlert.get(row.alert_id) ?? []), toEntry(row)]);
    return rows.map((row) => ({ alert: toAlert(row), entries: byAlert.get(row.id) ?? [] }));
  }
}
