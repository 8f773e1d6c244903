import {
  AlertRuleStore,
  type RuleEvidence,
  type RuleQuestion,
  type RuleVersion,
} from '#application/ports';
import type { AlertRule } from '#domain/judgement';
import { TOTAL } from '#domain/observations';
import type { SqlSession } from '../sql-session.js';

type Row = {
  readonly definition: AlertRule;
  readonly draft: boolean;
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
  readonly inForceFrom: Date | null;
  readonly switchedBy: string | null;
  readonly reason: string | null;
};

const COLUMNS = `definition, draft, saved_at as "savedAt", saved_by as "savedBy", in_force_from as "inForceFrom",
  switched_by as "switchedBy", reason`;
const MOST_VERSIONS = 500;

const toVersion = ({ definition, ...row }: Row): RuleVersion => ({ rule: definition, ...row });

/** The most cases of a council in one period, and in its twelve best: a denominator, or without one the value. */
const CASES = `
  select metric, max(once)::float as once, max(together)::float as together from (
    select metric, council_id, max(cases) as once, sum(cases) filter (where place <= 12) as together from (
      select metric, council_id, coalesce(denominator, value) as cases, row_number() over (
        partition by metric, council_id order by coalesce(denominator, value) desc nulls last) as place
      from current_figure where programme_id = $1 and metric = any ($2) and breakdown = $3 and state = 'value') f
    group by metric, council_id) c
  group by metric`;

export class PostgresAlertRuleStore extends AlertRuleStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async lock(programmeId: number): Promise<void> {
    await this.sql.run(`select pg_advisory_xact_lock(hashtext('alert rules'), $1)`, [programmeId]);
  }

  async newest(programmeId: number): Promise<readonly RuleVersion[]> {
    const rows = await this.sql.rows<Row>(
      `select ${COLUMNS} from alert_rule r where programme_id = $1 and version in (
         (select max(version) from alert_rule n where n.programme_id = $1 and n.code = r.code),
         (select max(version) from alert_rule n where n.programme_id = $1 and n.code = r.code and not n.draft))
       order by code, version desc`,
      [programmeId],
    );
    return rows.map(toVersion);
  }

  async ofRule(programmeId: number, code: string): Promise<readonly RuleVersion[]> {
    const rows = await this.sql.rows<Row>(
      `select ${COLUMNS} from alert_rule where programme_id = $1 and code = $2 order by version desc limit $3`,
      [programmeId, code, MOST_VERSIONS],
    );
    return rows.map(toVersion);
  }

  async add(programmeId: number, version: RuleVersion): Promise<void> {
    const { rule, draft, savedAt, savedBy, inForceFrom, switchedBy, reason } = version;
    await this.sql.run(
      `insert into alert_rule (programme_id, code, version, enabled, definition, draft, saved_at, saved_by, in_force_from,
         switched_by, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[programmeId, rule.code, rule.version, rule.enabled, JSON.stringify(rule)],
        ...[draft, savedAt, savedBy, inForceFrom, switchedBy, reason],
      ],
    );
  }

  async putInForce(
    of: { readonly programmeId: number; readonly code: string; readonly version: number },
    { at, actor, reason }: { readonly at: Date; readonly actor: string; readonly reason: string },
  ): Promise<void> {
    await this.sql.run(
      `update alert_rule set draft = false, in_force_from = $4, switched_by = $5, reason = $6
       where programme_id = $1 and code = $2 and version = $3 and draft`,
      [of.programmeId, of.code, of.version, at, actor, reason],
    );
  }

  async programmeChanged(programmeId: number): Promise<void> {
    await this.sql.run(`update programme set version = version + 1 where id = $1`, [programmeId]);
  }

  async evidence({ programmeId, stored }: RuleQuestion): Promise<RuleEvidence> {
    const cases = await this.sql.rows<{ metric: string; once: number; together: number }>(CASES, [
      programmeId,
      stored,
      TOTAL,
    ]);
    const plans = await this.sql.rows<{ metric: string }>(
      `select distinct metric from agreed_plan where programme_id = $1 and status = 'agreed'`,
      [programmeId],
    );
    return {
      cases: new Map(
        cases.map(({ metric, once, together }) => [metric, { once, inTwelve: together }]),
      ),
      withPlan: new Set(plans.map(({ metric }) => metric)),
    };
  }
}
