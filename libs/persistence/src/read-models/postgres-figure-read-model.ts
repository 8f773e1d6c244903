import { FigureReadModel } from '#application/ports';
import type { FigureHistoryLine, FigureQuery } from '#application/ports';
import type { Scope } from '#domain/access';
import type { Revision } from '#domain/observations';
import { revisionColumns, toRevision, type RevisionRow } from '../rows/revision-row.js';
import type { ScopedTransactions } from '../scoped-transactions.js';

const CURRENT = `
  select ${revisionColumns('f')}, f.standing, a.known_seq, a.known_at
  from current_figure f join acceptance a on a.id = f.acceptance_id
  where f.programme_id = $1 and f.metric = any ($2) and ($3::int[] is null or f.council_id = any ($3))
    and ($4::text is null or f.breakdown = $4) and ($5::date is null or f.period_start >= $5)
    and ($6::date is null or f.period_start < $6) and a.known_at <= $7
  order by f.council_id, f.metric, f.period_start`;

/**
 * The last revision of each cell known by $7; approved where the approval was known by then too. What was withdrawn by
 * then stands no longer, nor does the revision that says so.
 */
const AS_KNOWN = `
  select * from (
    select distinct on (f.metric, f.major, f.council_id, f.breakdown, f.period) ${revisionColumns('f')},
      case when f.published then 'published' when aa.known_at <= $7 then 'approved' else 'provisional' end as standing,
      a.known_seq, a.known_at
    from revision f join acceptance a on a.id = f.acceptance_id
    left join approval p on p.submission_id = f.submission_id left join acceptance aa on aa.id = p.acceptance_id
    where f.programme_id = $1 and f.metric = any ($2) and ($3::int[] is null or f.council_id = any ($3))
      and ($4::text is null or f.breakdown = $4) and ($5::date is null or f.period_start >= $5)
      and ($6::date is null or f.period_start < $6) and a.known_at <= $7
      and not exists (select from acceptance w
        where w.submission_id = f.submission_id and w.kind = 'withdrawal' and w.known_at <= $7)
    order by f.metric, f.major, f.council_id, f.breakdown, f.period, a.known_seq desc) known
  order by council_id, metric, period_start`;

const HISTORY = `
  select ${revisionColumns('f')}, a.known_seq, a.known_at, s.received_by,
    case when f.published then 'published' when p.submission_id is not null then 'approved' else 'provisional' end as standing,
    p.approved_at, p.approved_by, case when a.kind = 'withdrawal' then a.actor end as withdrawn_by, a.reason as withdrawn_why
  from revision f join acceptance a on a.id = f.acceptance_id
  left join submission s on s.id = f.submission_id left join approval p on p.submission_id = f.submission_id
  where f.programme_id = $1 and f.council_id = $2 and f.metric = any ($3) and f.period = $4 and f.breakdown = $5
    and a.known_at <= $6
  order by f.metric, a.known_seq desc`;

type HistoryRow = Omit<RevisionRow, 'state'> & {
  state: FigureHistoryLine['state'];
  withdrawn_by: string | null;
  withdrawn_why: string | null;
  received_by: string | null;
  approved_at: Date | null;
  approved_by: string | null;
};

export class PostgresFigureReadModel extends FigureReadModel {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  async figures(scope: Scope, query: FigureQuery): Promise<readonly Revision[]> {
    const { asKnownAt, now } = query;
    const early = asKnownAt !== null && asKnownAt < now;
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<RevisionRow>(early ? AS_KNOWN : CURRENT, [
        query.programmeId,
        query.metrics,
        query.councilIds === 'all' ? null : query.councilIds,
        query.breakdown,
        query.from,
        query.to,
        early ? asKnownAt : now,
      ]),
    );
    return rows.map(toRevision);
  }

  async history(
    scope: Scope,
    cell: {
      programmeId: number;
      councilId: number;
      metrics: readonly string[];
      period: string;
      breakdown: string;
      now: Date;
    },
  ): Promise<readonly FigureHistoryLine[]> {
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<HistoryRow>(HISTORY, [
        cell.programmeId,
        cell.councilId,
        cell.metrics,
        cell.period,
        cell.breakdown,
        cell.now,
      ]),
    );
    return rows.map((row) => ({
      ...toRevision({ ...row, state: row.state === 'withdrawn' ? 'missing' : row.state }),
      state: row.state,
      withdrawal:
        row.withdrawn_by === null
          ? null
          : { by: row.withdrawn_by, reason: row.withdrawn_why ?? '' },
      receivedBy: row.received_by ?? '',
      approvedAt: row.approved_at,
      approvedBy: row.approved_by,
    }));
  }

  async latest(scope: Scope, programmeId: number): Promise<{ seq: number; knownAt: Date | null }> {
    const row = await this.transactions.read(scope, (sql) =>
      sql.one<{ last_seq: string; last_known_at: Date | number }>(
        `select last_seq, last_known_at from knowledge where programme_id = $1`,
        [programmeId],
      ),
    );
    return {
      seq: Number(row?.last_seq ?? 0),
      knownAt: row?.last_known_at instanceof Date ? row.last_known_at : null,
    };
  }
}
