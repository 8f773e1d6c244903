import { AssessmentStore } from '#application/ports';
import type {
  AssessmentDue,
  AssessmentKey,
  AssessmentMark,
  AssessmentRecord,
  DecidedOfSeries,
  LimitDecision,
  NeighbourOf,
} from '#application/ports';
import { TOTAL, type Revision } from '#domain/observations';
import { ASSESSMENT_COLUMNS, toAssessment, type AssessmentRow } from '../rows/assessment-row.js';
import { DECISION_COLUMNS, toDecision, type DecisionRow } from '../rows/limit-decision-row.js';
import { planColumns, toPlan, type PlanRow } from '../rows/plan-row.js';
import { revisionColumns, toRevision, type RevisionRow } from '../rows/revision-row.js';
import type { SqlSession } from '../sql-session.js';

const CURRENT = `select ${revisionColumns('f')}, f.standing, a.known_seq, a.known_at`;

/**
 * The last revision of each cell, of what was not withdrawn, in the order of knowledge: what \`current_figure\` has to say,
 * worked out without it.
 */
const REBUILT = `
  select * from (
    select distinct on (f.metric, f.major, f.council_id, f.period) ${revisionColumns('f')},
      case when f.published then 'published' when p.submission_id is not null then 'approved' else 'provisional' end as standing,
      a.known_seq, a.known_at
    from revision f join acceptance a on a.id = f.acceptance_id and a.promoted
    left join approval p on p.submission_id = f.submission_id
    where f.programme_id = $1 and f.metric = any ($2) and f.breakdown = $3 and f.state <> 'withdrawn'
      and not exists (select from acceptance w where w.submission_id = f.submission_id and w.kind = 'withdrawal')
    order by f.metric, f.major, f.council_id, f.period, a.known_seq desc) known
  order by council_id, metric, period_start`;

export class PostgresAssessmentStore extends AssessmentStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async lockMetrics(programmeId: number, metrics: readonly string[]): Promise<void> {
    await this.sql.run(
      `select pg_advisory_xact_lock(hashtext('assess ' || $1), hashtext(m)) from unnest($2::text[]) m`,
      [String(programmeId), [...metrics].sort()],
    );
  }

  async figuresOf(
    programmeId: number,
    pairs: readonly { readonly councilId: number; readonly code: string }[],
  ): Promise<readonly Revision[]> {
    const rows = await this.sql.keptRows<RevisionRow>(
      `${CURRENT} from unnest($2::int[], $3::text[]) as asked (council_id, metric)
       join current_figure f on f.programme_id = $1 and f.metric = asked.metric and f.council_id = asked.council_id
         and f.breakdown = $4
       join acceptance a on a.id = f.acceptance_id order by f.council_id, f.metric, f.period_start`,
      [programmeId, pairs.map((one) => one.councilId), pairs.map((one) => one.code), TOTAL],
    );
    return rows.map(toRevision);
  }

  async figuresOfAll(
    programmeId: number,
    codes: readonly string[],
    from: 'current' | 'revisions',
  ): Promise<readonly Revision[]> {
    const rows = await this.sql.keptRows<RevisionRow>(
      from === 'revisions'
        ? REBUILT
        : `${CURRENT} from current_figure f join acceptance a on a.id = f.acceptance_id
           where f.programme_id = $1 and f.metric = any ($2) and f.breakdown = $3
           order by f.council_id, f.metric, f.period_start`,
      [programmeId, codes, TOTAL],
    );
    return rows.map(toRevision);
  }

  async decided(
    programmeId: number,
    councilIds: 'all' | readonly number[],
  ): Promise<DecidedOfSeries> {
    const of = [programmeId, councilIds === 'all' ? null : councilIds];
    const plans = await this.sql.keptRows<PlanRow>(
      `select ${planColumns('p')} from agreed_plan p
       where p.programme_id = $1 and ($2::int[] is null or p.council_id = any ($2)) order by p.version`,
      of,
    );
    const decisions = await this.sql.keptRows<DecisionRow>(
      `select ${DECISION_COLUMNS} from limit_decision
       where programme_id = $1 and ($2::int[] is null or council_id = any ($2)) order by decided_at, id`,
      of,
    );
    return {
      plans: plans.map(toPlan),
      limits: decisions.map(toDecision),
    };
  }

  neighbours(): Promise<readonly NeighbourOf[]> {
    return this.sql.keptRows<NeighbourOf>(
      `select n.council_id as "councilId", n.neighbour_id as "neighbourId" from statistical_neighbour n
       join (select council_id, max(vintage) as vintage from statistical_neighbour group by council_id) newest
         using (council_id, vintage) order by n.council_id, n.rank`,
    );
  }

  marks(programmeId: number, of: readonly AssessmentKey[]): Promise<readonly AssessmentMark[]> {
    return this.sql.keptRows<AssessmentMark>(
      `select s.metric, s.kind, s.subject, s.inputs_hash as "inputsHash", s.options_version as "optionsVersion"
       from unnest($2::text[], $3::text[], $4::text[]) as asked (metric, kind, subject)
       join assessment s on s.programme_id = $1 and s.metric = asked.metric and s.kind = asked.kind
         and (asked.subject = '' or s.subject = asked.subject)`,
      [programmeId, ...columnsOf(of)],
    );
  }

  async ofMetric(programmeId: number, metric: string): Promise<readonly AssessmentRecord[]> {
    const rows = await this.sql.keptRows<AssessmentRow>(
      `select ${ASSESSMENT_COLUMNS} from assessment where programme_id = $1 and metric = $2 order by kind, subject`,
      [programmeId, metric],
    );
    return rows.map(toAssessment);
  }

  async save(programmeId: number, records: readonly AssessmentRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.sql.run(
      `insert into assessment (programme_id, metric, kind, subject, council_id, published, provisional, inputs_hash,
         options_version, result, assessed_at, known_seq)
       select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::boolean[], $7::boolean[], $8::text[],
         $9::int[], $10::jsonb[], $11::timestamptz[], $12::bigint[])
       on conflict (programme_id, metric, kind, subject) do update set published = excluded.published,
         provisional = excluded.provisional, inputs_hash = excluded.inputs_hash, options_version = excluded.options_version,
         result = excluded.result, assessed_at = excluded.assessed_at, known_seq = excluded.known_seq`,
      [
        programmeId,
        ...columnsOf(records),
        records.map((one) => one.councilId),
        records.map((one) => one.published),
        records.map((one) => one.provisional),
        records.map((one) => one.inputsHash),
        records.map((one) => one.optionsVersion),
        records.map((one) => JSON.stringify(one.result)),
        records.map((one) => one.assessedAt),
        records.map((one) => one.knownSeq),
      ],
    );
  }

  async forget(programmeId: number, keys: readonly AssessmentKey[]): Promise<void> {
    if (keys.length === 0) return;
    await this.sql.run(
      `delete from assessment where programme_id = $1
         and (metric, kind, subject) in (select * from unnest($2::text[], $3::text[], $4::text[]))`,
      [programmeId, ...columnsOf(keys)],
    );
  }

  async addDue(programmeId: number, due: readonly AssessmentDue[]): Promise<void> {
    if (due.length === 0) return;
    await this.sql.run(
      `insert into assessment_due (programme_id, metric, kind, subject)
       select $1, * from unnest($2::text[], $3::text[], $4::text[])`,
      [programmeId, ...columnsOf(due)],
    );
  }

  takeDue(limit: number): Promise<readonly AssessmentDue[]> {
    return this.sql.keptRows<AssessmentDue>(
      `delete from assessment_due where id in (
         select id from assessment_due order by id limit $1 for update skip locked)
       returning metric, kind, subject`,
      [limit],
    );
  }

  async decide({ what, ...decision }: LimitDecision): Promise<void> {
    await this.sql.run(
      `insert into limit_decision (id, programme_id, council_id, metric, kind, starts_on, points, ground, reason, evidence,
         decided_at, decided_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        decision.id,
        decision.programmeId,
        decision.councilId,
        decision.metric,
        what.kind,
        decision.from,
        what.kind === 'baseline' ? what.points : null,
        what.kind === 'rebase' ? what.ground : null,
        decision.reason,
        decision.evidence,
        decision.decidedAt,
        decision.by,
      ],
    );
  }
}

const columnsOf = (keys: readonly AssessmentKey[]) => [
  keys.map((key) => key.metric),
  keys.map((key) => key.kind),
  keys.map((key) => key.subject),
];
