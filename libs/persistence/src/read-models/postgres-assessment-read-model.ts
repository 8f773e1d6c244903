import {
  AssessmentReadModel,
  type AssessmentQuery,
  type AssessmentRecord,
  type LimitDecision,
} from '#application/ports';
import type { Scope } from '#domain/access';
import { ASSESSMENT_COLUMNS, toAssessment, type AssessmentRow } from '../rows/assessment-row.js';
import { DECISION_COLUMNS, toDecision, type DecisionRow } from '../rows/limit-decision-row.js';
import type { ScopedTransactions } from '../scoped-transactions.js';

export class PostgresAssessmentReadModel extends AssessmentReadModel {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  async list(scope: Scope, query: AssessmentQuery): Promise<readonly AssessmentRecord[]> {
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<AssessmentRow>(
        `select ${ASSESSMENT_COLUMNS} from assessment
         where programme_id = $1 and ($2::text[] is null or metric = any ($2))
           and ($3::text[] is null or subject = any ($3)) and kind = any ($4)
         order by metric, kind, subject`,
        [query.programmeId, query.metrics, query.subjects, query.kinds],
      ),
    );
    return rows.map(toAssessment);
  }

  async decisions(
    scope: Scope,
    query: Parameters<AssessmentReadModel['decisions']>[1],
  ): Promise<readonly LimitDecision[]> {
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<DecisionRow>(
        `select ${DECISION_COLUMNS} from limit_decision
         where programme_id = $1 and ($2::int[] is null or council_id = any ($2))
           and ($3::text is null or metric = $3)
         order by decided_at, id`,
        [query.programmeId, query.councilIds, query.metric],
      ),
    );
    return rows.map(toDecision);
  }
}
