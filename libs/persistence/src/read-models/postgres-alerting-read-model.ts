import type { DataSource } from 'typeorm';
import type { Scope } from '#domain/access';
import {
  AlertingReadModel,
  type CouncilPutAside,
  type EvaluationStatus,
  type FailedEvaluation,
  type Stage,
} from '#application/ports';
import type { ScopedTransactions } from '../scoped-transactions.js';

const MOST_FAILED = 50;

export class PostgresAlertingReadModel extends AlertingReadModel {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: ScopedTransactions,
  ) {
    super();
  }

  async beats(): Promise<ReadonlyMap<Stage, Date>> {
    const rows = await this.source.query<{ stage: Stage; at: Date }[]>(
      `select stage, at from beat`,
    );
    return new Map(rows.map(({ stage, at }) => [stage, at]));
  }

  async beat(stage: Stage, at: Date): Promise<void> {
    await this.source.query(
      `insert into beat (stage, at) values ($1, $2)
       on conflict (stage) do update set at = greatest(beat.at, excluded.at)`,
      [stage, at],
    );
  }

  async schedules(programmeId: number): Promise<readonly EvaluationStatus[]> {
    return this.source.query(
      `select rule_code as "ruleCode", max(due_at) filter (where state = 'done') as "lastDone",
         count(*) filter (where state = 'due')::int as waiting
       from rule_evaluation where programme_id = $1 group by rule_code order by rule_code`,
      [programmeId],
    );
  }

  async failed(programmeId: number, after: Date): Promise<readonly FailedEvaluation[]> {
    return this.source.query(
      `select rule_code as "ruleCode", due_at as "dueAt", finished_at as "failedAt", tries, detail
       from rule_evaluation where programme_id = $1 and state = 'failed' and finished_at > $2
       order by finished_at desc, due_at desc limit ${MOST_FAILED}`,
      [programmeId, after],
    );
  }

  async putAside(scope: Scope, programmeId: number): Promise<readonly CouncilPutAside[]> {
    return this.transactions.read(scope, (sql) =>
      sql.rows<CouncilPutAside>(
        `select council_id as "councilId", tries, next_at as "nextAt", detail
         from put_aside where programme_id = $1 order by council_id`,
        [programmeId],
      ),
    );
  }
}
