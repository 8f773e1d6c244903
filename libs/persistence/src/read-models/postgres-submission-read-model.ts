import { SubmissionReadModel } from '#application/ports';
import type {
  FigureChange,
  PageOf,
  SubmissionEffects,
  SubmissionQuery,
  SubmissionView,
} from '#application/ports';
import type { Scope } from '#domain/access';
import type { Revision } from '#domain/observations';
import { toFinding, type FindingRow } from '../rows/finding-row.js';
import { submissionColumns, toSubmission, type SubmissionRow } from '../rows/submission-row.js';
import { cursorOf, readCursor } from './cursor.js';
import type { ScopedTransactions } from '../scoped-transactions.js';

type ViewRow = SubmissionRow & {
  known_seq: string | null;
  approved_at: Date | null;
  approved_by: string | null;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
  withdrawn_why: string | null;
  replaced: boolean;
  file_deleted_at: Date | null;
  periods: string[] | null;
  findings: FindingRow[] | null;
};

const FROM = `
  from submission s left join acceptance a on a.id = s.acceptance_id left join approval p on p.submission_id = s.id
  left join acceptance w on w.submission_id = s.id and w.kind = 'withdrawal'`;
const VIEW = `select ${submissionColumns('s')}, a.known_seq, p.approved_at, p.approved_by,
  w.actor as withdrawn_by, w.accepted_at as withdrawn_at, w.reason as withdrawn_why,
  (s.council_id is not null and s.acceptance_id is not null
    and not exists (select from current_figure c where c.submission_id = s.id)) as replaced,
  (select min(t.erased_at) from tombstone t where t.submission_id = s.id and t.kind in ('file', 'submission'))
    as file_deleted_at,
  (select array_agg(x.period order by x.period_start) from (select distinct r.period, r.period_start from revision r
     where r.acceptance_id = s.acceptance_id and s.council_id is not null) x) as periods`;

type ChangeRow = Omit<FigureChange, 'before' | 'after' | 'reason'> & {
  readonly value: string | null;
  readonly state: FigureChange['after']['state'];
  readonly before_value: string | null;
  readonly before_state: FigureChange['before']['state'];
  readonly reason_kind: NonNullable<Revision['reason']>['kind'] | null;
  readonly reason_text: string | null;
};

/** What the own acceptance of each submission replaced: the newest figure before it, unless that had been withdrawn. */
const CHANGES = `select * from (
  select s.id as "submissionId", r.metric, r.period, r.breakdown, r.value::text as value, r.state,
    b.value::text as before_value, b.state as before_state, r.reason_kind, r.reason_text, r.period_start,
    row_number() over (partition by s.id order by r.period_start, r.metric, r.breakdown) as n
  from submission s join acceptance a on a.id = s.acceptance_id
  join revision r on r.acceptance_id = a.id and not r.published
  cross join lateral (select e.value, e.state from revision e join acceptance c on c.id = e.acceptance_id
    where (e.programme_id, e.metric, e.major, e.council_id, e.breakdown, e.period)
        = (r.programme_id, r.metric, r.major, r.council_id, r.breakdown, r.period) and c.known_seq < a.known_seq
    order by c.known_seq desc limit 1) b
  where s.id = any ($1::uuid[]) and s.council_id is not null and b.state <> 'withdrawn') found
  where n <= $2 order by "submissionId", n`;

const STANDS: ReadonlySet<string> = new Set(['accepted', 'accepted-in-part', 'approved']);

const toView = (row: ViewRow): SubmissionView => ({
  ...toSubmission(row),
  // Derived, not stored: a withdrawal of the later figures makes it stand again.
  status: row.replaced && STANDS.has(row.status) ? 'superseded' : row.status,
  knownSeq: row.known_seq === null ? null : Number(row.known_seq),
  findings: (row.findings ?? []).map(toFinding),
  approvedAt: row.approved_at,
  approvedBy: row.approved_by,
  withdrawal:
    row.withdrawn_at === null
      ? null
      : { by: row.withdrawn_by ?? '', at: row.withdrawn_at, reason: row.withdrawn_why ?? '' },
  fileDeletedAt: row.file_deleted_at,
  periods: row.periods ?? [],
});

export class PostgresSubmissionReadModel extends SubmissionReadModel {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  async byId(scope: Scope, id: string): Promise<SubmissionView | null> {
    const row = await this.transactions.read(scope, (sql) =>
      sql.keptOne<ViewRow>(
        `${VIEW}, (select json_agg(f order by f.n) from finding f where f.submission_id = s.id) as findings ${FROM} where s.id = $1`,
        [id],
      ),
    );
    return row && toView(row);
  }

  async effects(
    scope: Scope,
    submissionIds: readonly string[],
    most: number,
  ): Promise<SubmissionEffects> {
    return this.transactions.read(scope, async (sql) => {
      const rows = await sql.rows<ChangeRow>(CHANGES, [submissionIds, most]);
      const counted = await sql.rows<{ id: string; n: string }>(
        `select submission_id as id, count(*) as n from finding where submission_id = any ($1::uuid[]) group by 1`,
        [submissionIds],
      );
      return {
        changes: rows.map(toChange),
        findings: new Map(counted.map(({ id, n }) => [id, Number(n)])),
      };
    });
  }

  async list(scope: Scope, query: SubmissionQuery): Promise<PageOf<SubmissionView>> {
    const after = readCursor(query.after);
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<ViewRow>(
        `${VIEW}, null as findings ${FROM}
         where s.programme_id = $1 and ($2::int is null or s.council_id = $2)
           and ($3::timestamptz is null or (s.received_at, s.id) < ($3, $4::uuid))
           and ($6::text is null or s.expected_period = $6
             or exists (select from revision r where r.acceptance_id = s.acceptance_id and r.period = $6))
         order by s.received_at desc, s.id desc limit $5`,
        [
          query.programmeId,
          query.councilId,
          after?.at ?? null,
          after?.id ?? null,
          query.first + 1,
          query.period ?? null,
        ],
      ),
    );
    const items = rows.slice(0, query.first).map(toView);
    const cursors = items.map((item) => cursorOf(item.receivedAt, item.id));
    return { items, cursors, next: rows.length > query.first ? (cursors.at(-1) ?? null) : null };
  }
}

const toChange = (row: ChangeRow): FigureChange => ({
  submissionId: row.submissionId,
  metric: row.metric,
  period: row.period,
  breakdown: row.breakdown,
  before: { value: row.before_value, state: row.before_state },
  after: { value: row.value, state: row.state },
  reason: row.reason_kind ? { kind: row.reason_kind, text: row.reason_text ?? '' } : null,
});
