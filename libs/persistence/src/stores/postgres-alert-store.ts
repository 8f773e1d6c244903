import { AlertStore } from '#application/ports';
import type {
  AlertRecord,
  AlertStep,
  JudgedSeries,
  KnownRevision,
  NotificationRecord,
  PutAside,
  Recalled,
  SeriesToAssess,
  Taking,
} from '#application/ports';
import { alertColumns, toAlert, toStep, type AlertRow, type StepRow } from '../rows/alert-row.js';
import { planColumns, toPlan, type PlanRow } from '../rows/plan-row.js';
import {
  KNOWN_REVISIONS,
  toKnownRevision,
  type KnownRevisionRow,
} from '../rows/known-revision-row.js';
import type { SqlSession } from '../sql-session.js';

/** When figures of each month's return came and until when they stood, and when it was answered without one. */
const ARRIVALS = `
  select x.council_id as "councilId", x.period, min(x.answered_at) as "answeredAt",
    array_agg(x.received_at order by x.received_at) filter (where x.received_at is not null) as "receivedAt",
    array_agg(x.withdrawn_at order by x.received_at) filter (where x.received_at is not null) as "withdrawnAt"
  from (
    select r.council_id, r.period, min(a.known_at) as received_at, w.known_at as withdrawn_at,
      null::timestamptz as answered_at from (
      select distinct council_id, period, acceptance_id, submission_id from revision
      where programme_id = $1 and council_id = any ($2) and not published and state in ('value', 'x')) r
    join acceptance a on a.id = r.acceptance_id
    left join acceptance w on w.submission_id = r.submission_id and w.kind = 'withdrawal'
    group by r.council_id, r.period, r.submission_id, w.known_at
    union all
    select n.council_id, n.period, null, null, a.known_at from return_answer n join acceptance a on a.id = n.acceptance_id
    where n.programme_id = $1 and n.council_id = any ($2)) x
  group by x.council_id, x.period`;

/** Of a series that waits: its council may be judged at the moment that is the first parameter. */
const IS_NOT_ASIDE = `not exists (
  select from put_aside p
  where p.programme_id = s.programme_id and p.council_id = s.council_id and p.next_at > $1)`;

export class PostgresAlertStore extends AlertStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async takeSeries({ most, now, councilId }: Taking): Promise<readonly SeriesToAssess[]> {
    return this.sql.keptRows<SeriesToAssess>(
      `with taken as (
         delete from series_to_assess where id in (
           select id from series_to_assess s where ($3::int is null or council_id = $3) and ${IS_NOT_ASIDE}
           order by id limit $2 for update skip locked)
         returning programme_id, council_id, metric),
       back as (
         delete from put_aside p using (select distinct programme_id, council_id from taken) t
         where p.programme_id = t.programme_id and p.council_id = t.council_id)
       select programme_id as "programmeId", council_id as "councilId", metric from taken`,
      [now, most, councilId],
    );
  }

  async councilsThatWait(now: Date): Promise<readonly number[]> {
    const rows = await this.sql.keptRows<{ readonly councilId: number }>(
      `select distinct council_id as "councilId" from series_to_assess s
       where ${IS_NOT_ASIDE} order by 1`,
      [now],
    );
    return rows.map(({ councilId }) => councilId);
  }

  async putAside(councilId: number, { programmeId, now, detail }: PutAside): Promise<number> {
    const [row] = await this.sql.keptRows<{ readonly tries: number }>(
      `insert into put_aside as p (programme_id, council_id, tries, next_at, detail)
       values ($1, $2, 1, $3::timestamptz + interval '1 minute', $4)
       on conflict (programme_id, council_id) do update set tries = p.tries + 1, detail = excluded.detail,
         next_at = $3::timestamptz + least(interval '1 minute' * 2 ^ least(p.tries, 6), interval '1 hour')
       returning tries`,
      [programmeId, councilId, now, detail],
    );
    return row?.tries ?? 0;
  }

  async queueSeries(series: readonly SeriesToAssess[]): Promise<void> {
    await this.sql.run(
      `insert into series_to_assess (programme_id, council_id, metric)
       select * from unnest($1::int[], $2::int[], $3::text[])`,
      [
        series.map((s) => s.programmeId),
        series.map((s) => s.councilId),
        series.map((s) => s.metric),
      ],
    );
  }

  async lockCouncils(programmeId: number, councilIds: readonly number[]): Promise<void> {
    await this.sql.run(
      `select pg_advisory_xact_lock(hashtext('judge'), $1 * 100000 + id) from unnest($2::int[]) id`,
      [programmeId, councilIds],
    );
  }

  async recall(programmeId: number, councilIds: readonly number[]): Promise<Recalled> {
    const of = [programmeId, councilIds];
    const plans = await this.sql.keptRows<PlanRow>(
      `select ${planColumns('p')} from agreed_plan p where p.programme_id = $1 and p.council_id = any ($2)`,
      of,
    );
    const alerts = await this.sql.keptRows<AlertRow>(
      `select ${alertColumns('a')} from alert a where a.programme_id = $1 and a.council_id = any ($2)`,
      of,
    );
    return {
      plans: plans.map(toPlan),
      arrivals: await this.sql.keptRows<Recalled['arrivals'][number]>(ARRIVALS, of),
      extensions: await this.sql.keptRows<Recalled['extensions'][number]>(
        `select council_id as "councilId", period, granted_until::text as until, answered_at as "grantedAt"
         from permission where programme_id = $1 and council_id = any ($2) and kind = 'extension'
           and granted_until is not null order by answered_at`,
        of,
      ),
      alerts: alerts.map(toAlert),
      judged: await this.sql.keptRows<Recalled['judged'][number]>(
        `select programme_id as "programmeId", council_id as "councilId", rule_code as "ruleCode",
           series_key as "seriesKey", up_to as "upTo"
         from judged where programme_id = $1 and council_id = any ($2)`,
        of,
      ),
    };
  }

  async revisions(series: {
    programmeId: number;
    councilIds: readonly number[];
    metrics: readonly string[];
  }): Promise<readonly KnownRevision[]> {
    const rows = await this.sql.keptRows<KnownRevisionRow>(KNOWN_REVISIONS, [
      series.programmeId,
      series.metrics,
      series.councilIds,
    ]);
    return rows.map(toKnownRevision);
  }

  async ofCouncil(of: { programmeId: number; councilId: number }): Promise<readonly AlertRecord[]> {
    const rows = await this.sql.rows<AlertRow>(
      `select ${alertColumns('a')} from alert a where a.programme_id = $1 and a.council_id = $2 order by a.opened_at`,
      [of.programmeId, of.councilId],
    );
    return rows.map(toAlert);
  }

  async steps(alertIds: readonly string[]): Promise<readonly AlertStep[]> {
    const rows = await this.sql.keptRows<StepRow>(
      `select s.alert_id, s.n, s.at, s.period, s.from_state, s.to_state, s.no_data, s.reason, s.rule_version
       from alert_step s where s.alert_id = any ($1) order by s.alert_id, s.n`,
      [alertIds],
    );
    return rows.map(toStep);
  }

  async save(alert: AlertRecord, steps: readonly AlertStep[]): Promise<void> {
    await this.sql.run(
      `insert into alert (id, programme_id, council_id, rule_code, rule_version, metric, series_key, opened_by, opened_at,
         state, no_data, since, fired_at, resolved_at, period, why, acknowledged_at, acknowledged_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
       on conflict (id) do update set rule_version = excluded.rule_version, state = excluded.state,
         no_data = excluded.no_data, since = excluded.since, fired_at = excluded.fired_at,
         resolved_at = excluded.resolved_at, period = excluded.period, why = excluded.why`,
      [
        alert.id,
        alert.programmeId,
        alert.councilId,
        alert.ruleCode,
        alert.ruleVersion,
        alert.metric,
        alert.seriesKey,
        alert.openedBy,
        alert.openedAt,
        alert.state,
        alert.noData,
        alert.since,
        alert.firedAt,
        alert.resolvedAt,
        alert.period,
        alert.why,
        alert.acknowledgedAt,
        alert.acknowledgedBy,
      ],
    );
    await this.sql.run(
      `insert into alert_step (alert_id, council_id, n, at, period, from_state, to_state, no_data, reason, rule_version)
       select $1, $2, s.* from unnest($3::int[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::text[], $10::int[]) s`,
      [
        alert.id,
        alert.councilId,
        steps.map((s) => s.n),
        steps.map((s) => s.at),
        steps.map((s) => s.period),
        steps.map((s) => s.from),
        steps.map((s) => s.to),
        steps.map((s) => s.noData),
        steps.map((s) => s.reason),
        steps.map((s) => s.ruleVersion),
      ],
    );
  }

  async setJudged(series: readonly (JudgedSeries & { readonly upTo: Date })[]): Promise<void> {
    if (series.length === 0) return;
    await this.sql.run(
      `insert into judged (programme_id, council_id, rule_code, series_key, up_to)
       select * from unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::timestamptz[])
       on conflict (programme_id, council_id, rule_code, series_key) do update set up_to = greatest(judged.up_to, excluded.up_to)`,
      [
        series.map((one) => one.programmeId),
        series.map((one) => one.councilId),
        series.map((one) => one.ruleCode),
        series.map((one) => one.seriesKey),
        series.map((one) => one.upTo),
      ],
    );
  }

  async notify(notifications: readonly NotificationRecord[]): Promise<void> {
    if (notifications.length === 0) return;
    await this.sql.run(
      `insert into notification (id, programme_id, council_id, alert_id, period, event, audience, recipient, channel, subject, body,
         reason, due_at, next_attempt_at, planned_at, subscription_id, test)
       select n.id, n."programmeId", n."councilId", n."alertId", n.period, n.event, n.audience, n.recipient, n.channel, n.subject,
         n.body, n.reason, n."dueAt", n."dueAt", n."plannedAt", n."subscriptionId", n.test
       from jsonb_to_recordset($1::jsonb) as n(id uuid, "programmeId" int, "councilId" int, "alertId" uuid, period text, event text,
         audience text, recipient text, channel text, subject text, body text, reason text, "dueAt" timestamptz,
         "plannedAt" timestamptz, "subscriptionId" uuid, test boolean)
       on conflict do nothing`,
      [JSON.stringify(notifications)],
    );
  }

  async acknowledge(alertId: string, by: string, at: Date): Promise<AlertRecord | null> {
    const row = await this.sql.one<AlertRow>(
      `update alert a set acknowledged_at = coalesce(a.acknowledged_at, $2), acknowledged_by = coalesce(a.acknowledged_by, $3)
       where a.id = $1 returning ${alertColumns('a')}`,
      [alertId, at, by],
    );
    return row && toAlert(row);
  }

  async sweptUpTo(name: string): Promise<Date | null> {
    const row = await this.sql.keptOne<{ swept_up_to: Date }>(
      `select swept_up_to from sweep where name = $1 for update`,
      [name],
    );
    return row?.swept_up_to ?? null;
  }

  async setSweptUpTo(name: string, at: Date): Promise<void> {
    await this.sql.run(
      `insert into sweep (name, swept_up_to) values ($1, $2) on conflict (name) do update set swept_up_to = excluded.swept_up_to`,
      [name, at],
    );
  }
}
