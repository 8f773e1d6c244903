import { SubmissionReadModel } from '#application/ports';
import type { PageOf, SubmissionQuery, SubmissionView } from '#application/ports';
import type { Scope } from '#domain/access';
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

  async list(scope: Scope, query: SubmissionQuery): Promise<PageOf<SubmissionView>> {
    const after = readCursor(query.after);
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<ViewRow>(
        `${VIEW}, null as findings ${FROM}
         where s.programme_id = $1 and ($2::int is null or s.council_id = $2)
           and ($3::timestamptz is null or (s.received_at, s.id) < ($3, $4::uuid))
         order by s.received_at desc, s.id desc limit $5`,
        [query.programmeId, query.councilId, after?.at ?? null, after?.id ?? null, query.first + 1],
      ),
    );
    const items = rows.slice(0, query.first).map(toView);
    const cursors = items.map((item) => cursorOf(item.receivedAt, item.id));
    return { items, cursors, next: rows.length > query.first ? (cursors.at(-1) ?? null) : null };
  }
}
