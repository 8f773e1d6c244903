import { AlertStore } from '#application/ports';
import type {
  AlertRecord,
  AlertStep,
  JudgedSeries,
  KnownRevision,
  NotificationRecord,
  ReturnArrival,
  SeriesToAssess,
} from '#application/ports';
import type { AgreedPlan } from '#domain/judgement';
import { alertColumns, toAlert, toStep, type AlertRow, type StepRow } from '../rows/alert-row.js';
import { planColumns, toPlan, type PlanRow } from '../rows/plan-row.js';
import { revisionColumns, toRevision, type RevisionRow } from '../rows/revision-row.js';
import type { SqlSession } from '../sql-session.js';

export class PostgresAlertStore extends AlertStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async takeSeries(limit: number): Promise<readonly SeriesToAssess[]> {
    return this.sql.rows<SeriesToAssess>(
      `delete from series_to_assess where id in (
         select id from series_to_assess order by id limit $1 for update skip locked)
       returning programme_id as "programmeId", council_id as "councilId", metric`,
      [limit],
    );
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

  async lockCouncil(programmeId: number, councilId: number): Promise<void> {
    await this.sql.run(`select pg_advisory_xact_lock(hashtext('judge'), $1 * 100000 + $2)`, [
      programmeId,
      councilId,
    ]);
  }

  async revisions(series: {
    programmeId: number;
    councilId: number;
    metrics: readonly string[];
  }): Promise<readonly KnownRevision[]> {
    const rows = await this.sql.rows<RevisionRow & { approved_known_at: Date | null }>(
      `select ${revisionColumns('r')}, a.known_seq, a.known_at, case when r.published then 'published' else 'provisional' end as standing,
         aa.known_at as approved_known_at
       from revision r join acceptance a on a.id = r.acceptance_id
       left join approval p on p.submission_id = r.submission_id left join acceptance aa on aa.id = p.acceptance_id
       where r.programme_id = $1 and r.metric = any ($2) and r.council_id = $3
       order by r.period_start, a.known_seq`,
      [series.programmeId, series.metrics, series.councilId],
    );
    return rows.map((row) => ({ ...toRevision(row), approvedAt: row.approved_known_at }));
  }

  async plans(programmeId: number, councilId: number): Promise<readonly AgreedPlan[]> {
    const rows = await this.sql.rows<PlanRow>(
      `select ${planColumns('p')} from agreed_plan p where p.programme_id = $1 and p.council_id = $2`,
      [programmeId, councilId],
    );
    return rows.map(toPlan);
  }

  async returnArrivals(programmeId: number, councilId: number): Promise<readonly ReturnArrival[]> {
    return this.sql.rows<ReturnArrival>(
      `select x.period, min(x.received_at) as "receivedAt", min(x.answered_at) as "answeredAt" from (
         select r.period, a.known_at as received_at, null::timestamptz as answered_at from (
           select distinct period, acceptance_id from revision
           where programme_id = $1 and council_id = $2 and not published and state in ('value', 'x')) r
         join acceptance a on a.id = r.acceptance_id
         union all
         select n.period, null, a.known_at from return_answer n join acceptance a on a.id = n.acceptance_id
         where n.programme_id = $1 and n.council_id = $2) x group by x.period`,
      [programmeId, councilId],
    );
  }

  async alerts(series: JudgedSeries): Promise<readonly AlertRecord[]> {
    const rows = await this.sql.rows<AlertRow>(
      `select ${alertColumns('a')} from alert a
       where a.programme_id = $1 and a.council_id = $2 and a.rule_code = $3 and a.series_key = $4 order by a.opened_at`,
      [series.programmeId, series.councilId, series.ruleCode, series.seriesKey],
    );
    return rows.map(toAlert);
  }

  async ofCouncil(of: { programmeId: number; councilId: number }): Promise<readonly AlertRecord[]> {
    const rows = await this.sql.rows<AlertRow>(
      `select ${alertColumns('a')} from alert a where a.programme_id = $1 and a.council_id = $2 order by a.opened_at`,
      [of.programmeId, of.councilId],
    );
    return rows.map(toAlert);
  }

  async steps(alertIds: readonly string[]): Promise<readonly AlertStep[]> {
    const rows = await this.sql.rows<StepRow>(
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

  async judgedUpTo(series: JudgedSeries): Promise<Date | null> {
    const row = await this.sql.one<{ up_to: Date }>(
      `select up_to from judged where programme_id = $1 and council_id = $2 and rule_code = $3 and series_key = $4`,
      [series.programmeId, series.councilId, series.ruleCode, series.seriesKey],
    );
    return row?.up_to ?? null;
  }

  async judgedByRule(of: Omit<JudgedSeries, 'seriesKey'>): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.sql.rows<{ series_key: string; up_to: Date }>(
      `select series_key, up_to from judged where programme_id = $1 and council_id = $2 and rule_code = $3`,
      [of.programmeId, of.councilId, of.ruleCode],
    );
    return new Map(rows.map((row) => [row.series_key, row.up_to]));
  }

  async setJudgedUpTo(series: JudgedSeries, at: Date): Promise<void> {
    await this.sql.run(
      `insert into judged (programme_id, council_id, rule_code, series_key, up_to) values ($1, $2, $3, $4, $5)
       on conflict (programme_id, council_id, rule_code, series_key) do update set up_to = greatest(judged.up_to, excluded.up_to)`,
      [series.programmeId, series.councilId, series.ruleCode, series.seriesKey, at],
    );
  }

  async notify(notifications: readonly NotificationRecord[]): Promise<void> {
    for (const n of notifications) {
      await this.sql.run(
        `insert into notification (id, programme_id, council_id, alert_id, event, audience, recipient, channel, subject, body, reason, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict on constraint notification_once do nothing`,
        [
          n.id,
          n.programmeId,
          n.councilId,
          n.alertId,
          n.event,
          n.audience,
          n.recipient,
          n.channel,
          n.subject,
          n.body,
          n.reason,
          n.dueAt,
        ],
      );
    }
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
    const row = await this.sql.one<{ swept_up_to: Date }>(
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
