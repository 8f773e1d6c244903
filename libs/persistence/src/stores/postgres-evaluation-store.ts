import { EvaluationStore, type Evaluation, type EvaluationEnd } from '#application/ports';
import type { SqlSession } from '../sql-session.js';

const ONE = `programme_id = $1 and rule_code = $2 and due_at = $3 and tries = $4 and state = 'due'`;
const keyOf = (of: Evaluation): readonly unknown[] => [
  of.programmeId,
  of.ruleCode,
  of.dueAt,
  of.tries,
];

export class PostgresEvaluationStore extends EvaluationStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async plannedUpTo(programmeId: number, ruleCode: string): Promise<Date | null> {
    await this.sql.run(`select pg_advisory_xact_lock(hashtext('evaluations'), hashtext($1))`, [
      `${programmeId} ${ruleCode}`,
    ]);
    const last = await this.sql.one<{ at: Date | null }>(
      `select max(due_at) as at from rule_evaluation where programme_id = $1 and rule_code = $2`,
      [programmeId, ruleCode],
    );
    return last?.at ?? null;
  }

  async plan(programmeId: number, ruleCode: string, times: readonly Date[]): Promise<void> {
    await this.sql.run(
      `insert into rule_evaluation (programme_id, rule_code, due_at, next_at)
       select $1, $2, t, t from unnest($3::timestamptz[]) t on conflict do nothing`,
      [programmeId, ruleCode, times],
    );
  }

  async take(now: Date, until: Date): Promise<Evaluation | null> {
    return this.sql.one<Evaluation>(
      `update rule_evaluation set tries = tries + 1, next_at = $2
       where (programme_id, rule_code, due_at) = (
         select e.programme_id, e.rule_code, e.due_at from rule_evaluation e
         where e.state = 'due' and e.next_at <= $1 and not exists (
           select from rule_evaluation o where o.programme_id = e.programme_id and o.rule_code = e.rule_code
             and o.state = 'due' and o.due_at < e.due_at)
         order by e.due_at limit 1 for update skip locked)
       returning programme_id as "programmeId", rule_code as "ruleCode", due_at as "dueAt", tries`,
      [now, until],
    );
  }

  async hold(evaluation: Evaluation, until: Date): Promise<boolean> {
    const held = await this.sql.run(`update rule_evaluation set next_at = $5 where ${ONE}`, [
      ...keyOf(evaluation),
      until,
    ]);
    return held === 1;
  }

  async finish(evaluation: Evaluation, { state, at, detail }: EvaluationEnd): Promise<boolean> {
    const ended = await this.sql.run(
      `update rule_evaluation set state = $5, finished_at = $6, detail = $7 where ${ONE}`,
      [...keyOf(evaluation), state, at, detail],
    );
    return ended === 1;
  }

  async ended(programmeId: number): Promise<readonly Pick<Evaluation, 'ruleCode' | 'dueAt'>[]> {
    return this.sql.rows(
      `select rule_code as "ruleCode", due_at as "dueAt" from rule_evaluation
       where programme_id = $1 and state <> 'due' order by due_at`,
      [programmeId],
    );
  }
}
