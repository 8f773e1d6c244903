import { AlertReadModel } from '#application/ports';
import type {
  AlertQuery,
  AlertRecord,
  AlertWithStory,
  Correction,
  InboxMessage,
  KnownRevision,
  LedgerLine,
  PageOf,
  RuleQuality,
} from '#application/ports';
import type { Scope } from '#domain/access';
import type { Entry } from '#domain/follow-up';
import type { AgreedPlan } from '#domain/assessment';
import { alertColumns, toAlert, toStep, type AlertRow, type StepRow } from '../rows/alert-row.js';
import { ENTRIES_OF, ENTRIES_OF_MANY, toEntry, type EntryRow } from '../rows/entry-row.js';
import {
  KNOWN_REVISIONS,
  toKnownRevision,
  type KnownRevisionRow,
} from '../rows/known-revision-row.js';
import { planColumns, toPlan, type PlanRow } from '../rows/plan-row.js';
import { ALERT_QUALITY } from './alert-quality.sql.js';
import { cursorOf, readCursor } from './cursor.js';
import type { ScopedTransactions } from '../scoped-transactions.js';

/** Acknowledged before $9, with no action that stands and no closing that stands on the day $10. */
const UNPLANNED = `(a.state in ('firing', 'recovering') and a.acknowledged_at < $9
  and not exists (select from alert_entry e where e.alert_id = a.id and e.kind = 'action'
    and not exists (select from alert_entry d where d.alert_id = a.id and d.kind = 'drop' and (d.deed ->> 'action')::int = e.n))
  and not exists (select from alert_entry c where c.alert_id = a.id and c.kind = 'close'
    and coalesce((c.deed ->> 'reviewOn')::date > $10::date, true)
    and not exists (select from alert_entry l where l.alert_id = a.id and l.kind in ('close', 'reopen') and l.n > c.n)))`;

export class PostgresAlertReadModel extends AlertReadModel {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  async list(scope: Scope, query: AlertQuery): Promise<PageOf<AlertRecord>> {
    const after = readCursor(query.after);
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<AlertRow>(
        `select ${alertColumns('a')} from alert a
         where a.programme_id = $1 and ($2::text is null or a.rule_code = $2) and ($3::int is null or a.council_id = $3)
           and ($4::text is null or a.metric = $4) and ($5::boolean is null or (a.state <> 'resolved') = $5)
           and ($6::timestamptz is null or (a.opened_at, a.id) < ($6, $7::uuid)) and ($9::timestamptz is null or ${UNPLANNED})
         order by a.opened_at desc, a.id desc limit $8`,
        [
          query.programmeId,
          query.ruleCode,
          query.councilId,
          query.metric,
          query.open,
          after?.at ?? null,
          after?.id ?? null,
          query.first + 1,
          query.unplanned?.before ?? null,
          query.unplanned?.today ?? null,
        ],
      ),
    );
    const items = rows.slice(0, query.first).map(toAlert);
    const cursors = items.map((item) => cursorOf(item.openedAt, item.id));
    return { items, cursors, next: rows.length > query.first ? (cursors.at(-1) ?? null) : null };
  }

  async byId(scope: Scope, id: string): Promise<AlertWithStory | null> {
    return this.transactions.read(scope, async (sql) => {
      const row = await sql.one<AlertRow>(
        `select ${alertColumns('a')} from alert a where a.id = $1`,
        [id],
      );
      if (!row) return null;
      const steps = await sql.rows<StepRow>(
        `select s.alert_id, s.n, s.at, s.period, s.from_state, s.to_state, s.no_data, s.reason, s.rule_version
         from alert_step s where s.alert_id = $1 order by s.n`,
        [id],
      );
      const ledger = await sql.rows<LedgerLine>(
        `select n.id as "notificationId", n.audience, n.recipient, n.channel, n.event, n.reason, n.due_at as "dueAt", n.held_why as waits,
           coalesce((select json_agg(json_build_object('at', t.at, 'outcome', t.outcome, 'detail', t.detail) order by t.n)
             from notification_attempt t where t.notification_id = n.id), '[]') as attempts
         from notification n where n.alert_id = $1
           or n.recipient = 'board' and n.event like 'escalated %' and right(n.event, 36) = $1::uuid::text order by n.due_at, n.id`,
        [id],
      );
      const entries = await sql.rows<EntryRow>(ENTRIES_OF, [id]);
      return {
        alert: toAlert(row),
        steps: steps.map(toStep),
        ledger: ledger.map(readAttempts),
        entries: entries.map(toEntry),
      };
    });
  }

  async entries(
    scope: Scope,
    alertIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Entry[]>> {
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<EntryRow & { readonly alert_id: string }>(ENTRIES_OF_MANY, [alertIds]),
    );
    const found = new Map<string, Entry[]>();
    for (const row of rows)
      found.set(row.alert_id, [...(found.get(row.alert_id) ?? []), toEntry(row)]);
    return found;
  }

  async corrections(
    scope: Scope,
    query: Parameters<AlertReadModel['corrections']>[1],
  ): Promise<readonly Correction[]> {
    const { programmeId, councilId, metrics, periods, after, now } = query;
    return this.transactions.read(scope, (sql) =>
      sql.rows<Correction>(
        `select r.period, max(a.known_at) as at from revision r join acceptance a on a.id = r.acceptance_id
         where r.programme_id = $1 and r.council_id = $2 and r.metric = any ($3) and r.period = any ($4)
           and a.known_at > $5 and a.known_at <= $6
           and exists (select from revision e join acceptance b on b.id = e.acceptance_id
             where (e.programme_id, e.metric, e.major, e.council_id, e.breakdown, e.period)
                 = (r.programme_id, r.metric, r.major, r.council_id, r.breakdown, r.period)
               and b.known_seq < a.known_seq)
         group by r.period, r.period_start order by r.period_start`,
        [programmeId, councilId, metrics, periods, after, now],
      ),
    );
  }

  async revisions(
    scope: Scope,
    { programmeId, councilId, metrics }: Parameters<AlertReadModel['revisions']>[1],
  ): Promise<readonly KnownRevision[]> {
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<KnownRevisionRow>(KNOWN_REVISIONS, [programmeId, metrics, [councilId]]),
    );
    return rows.map(toKnownRevision);
  }

  async plans(
    scope: Scope,
    query: { programmeId: number; councilIds: 'all' | readonly number[]; metric: string | null },
  ): Promise<readonly AgreedPlan[]> {
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<PlanRow>(
        `select ${planColumns('p')} from agreed_plan p
         where p.programme_id = $1 and ($2::int[] is null or p.council_id = any ($2)) and ($3::text is null or p.metric = $3)
         order by p.version`,
        [query.programmeId, query.councilIds === 'all' ? null : query.councilIds, query.metric],
      ),
    );
    return rows.map(toPlan);
  }

  async quality(
    scope: Scope,
    { programmeId, from, to }: { programmeId: number; from: Date; to: Date },
  ): Promise<readonly RuleQuality[]> {
    return this.transactions.read(scope, (sql) =>
      sql.rows<RuleQuality>(ALERT_QUALITY, [programmeId, from, to]),
    );
  }

  async inbox(
    scope: Scope,
    query: { recipients: readonly string[]; first: number },
  ): Promise<readonly InboxMessage[]> {
    return this.transactions.read(scope, (sql) =>
      sql.rows<InboxMessage>(
        `select n.id, n.alert_id as "alertId", n.council_id as "councilId", n.period, n.subject, n.body, n.delivered_at as "deliveredAt", n.reason
         from notification n where n.recipient = any ($1) and n.channel = 'in-app' and n.delivered_at is not null
         order by n.delivered_at desc, n.id limit $2`,
        [query.recipients, query.first],
      ),
    );
  }
}

/** Times inside a JSON aggregate arrive as text. */
const readAttempts = (line: LedgerLine): LedgerLine => ({
  ...line,
  attempts: line.attempts.map((attempt) => ({ ...attempt, at: new Date(attempt.at) })),
});
