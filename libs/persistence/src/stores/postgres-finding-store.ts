import { FindingStore } from '#application/ports';
import type { KeptFinding, SubmissionRecord } from '#application/ports';
import type { Finding } from '#domain/intake';
import { toFinding, type FindingRow } from '../rows/finding-row.js';
import type { SqlSession } from '../sql-session.js';

export class PostgresFindingStore extends FindingStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async keep(submission: SubmissionRecord, findings: readonly Finding[], at: Date): Promise<void> {
    await this.sql.run(
      `insert into finding (submission_id, council_id, n, code, rule_version, severity, scope, row_number, column_name,
         value, message, fix, about_council, metric, period, opened_at, explanation, explained_by, explained_at)
       select $1, $2, f.n, f.code, f.rule_version, f.severity, f.scope, f.row_number, f.column_name, f.value, f.message,
         f.fix, f.about_council, f.metric, f.period, $3::timestamptz, f.explanation,
         case when f.explanation is not null then $17::text end, case when f.explanation is not null then $3::timestamptz end
       from unnest($4::int[], $5::text[], $6::int[], $7::text[], $8::text[], $9::int[], $10::text[], $11::text[],
         $12::text[], $13::text[], $14::int[], $15::text[], $16::text[], $18::text[])
         as f(n, code, rule_version, severity, scope, row_number, column_name, value, message, fix, about_council, metric, period, explanation)`,
      [
        submission.id,
        submission.councilId,
        at,
        findings.map((_, n) => n),
        findings.map((f) => f.code),
        findings.map((f) => f.ruleVersion),
        findings.map((f) => f.severity),
        findings.map((f) => f.scope),
        findings.map((f) => f.row),
        findings.map((f) => f.column),
        findings.map((f) => f.value),
        findings.map((f) => f.message),
        findings.map((f) => f.fix),
        findings.map((f) => f.councilId),
        findings.map((f) => f.metric),
        findings.map((f) => f.period),
        submission.receivedBy,
        findings.map((f) => f.explanation),
      ],
    );
  }

  async page(submissionId: string, after: number, first: number): Promise<readonly KeptFinding[]> {
    const rows = await this.sql.rows<FindingRow>(
      `select * from finding where submission_id = $1 and n > $2 order by n limit $3`,
      [submissionId, after, first],
    );
    return rows.map(toFinding);
  }

  async unexplained(submissionId: string): Promise<readonly KeptFinding[]> {
    const rows = await this.sql.keptRows<FindingRow>(
      `select * from finding where submission_id = $1 and severity = 'warn' and scope = 'value'
         and explanation is null and closed_at is null order by n`,
      [submissionId],
    );
    return rows.map(toFinding);
  }

  async explain(
    finding: { readonly submissionId: string; readonly n: number },
    words: { readonly text: string; readonly by: string; readonly at: Date },
  ): Promise<boolean> {
    const done = await this.sql.keptOne(
      `update finding set explanation = $3, explained_by = $4, explained_at = $5
       where submission_id = $1 and n = $2 and explanation is null and closed_at is null returning n`,
      [finding.submissionId, finding.n, words.text, words.by, words.at],
    );
    return done !== null;
  }

  async closeSettled(acceptanceId: string, submission: SubmissionRecord, at: Date): Promise<void> {
    if (submission.councilId === null) return;
    await this.sql.run(
      `update finding f set closed_at = $4, closed_by = $3
       from (select distinct metric, period from revision where acceptance_id = $1) r
       where f.council_id = $2 and f.metric = r.metric and f.period = r.period and f.closed_at is null
         and f.submission_id <> $3`,
      [acceptanceId, submission.councilId, submission.id, at],
    );
  }

  async withdraw(acceptanceId: string, submission: SubmissionRecord, at: Date): Promise<void> {
    await this.sql.run(
      `update finding f set closed_at = null, closed_by = null
       from (select distinct metric, period from revision where acceptance_id = $1) r
       where f.council_id = $2 and f.metric = r.metric and f.period = r.period and f.closed_by = $3
         and f.submission_id <> $3
         and exists (select from submission s where s.id = f.submission_id and s.status <> 'withdrawn')`,
      [acceptanceId, submission.councilId, submission.id],
    );
    await this.sql.run(
      `update finding set closed_at = $2, closed_by = $1 where submission_id = $1 and closed_at is null`,
      [submission.id, at],
    );
  }
}
