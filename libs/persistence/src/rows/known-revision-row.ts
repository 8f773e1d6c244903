import type { KnownRevision } from '#application/ports';
import { revisionColumns, toRevision, type RevisionRow } from './revision-row.js';

export type KnownRevisionRow = RevisionRow & {
  approved_known_at: Date | null;
  withdrawn_known_at: Date | null;
};

/** `by`: what of the order of knowledge is looked at, of an acceptance by its alias. */
const knownRevisions = (by: (alias: string) => string): string =>
  `select ${revisionColumns('r')}, a.known_seq, a.known_at, case when r.published then 'published' else 'provisional' end as standing,
     aa.known_at as approved_known_at, w.known_at as withdrawn_known_at
   from revision r join acceptance a on a.id = r.acceptance_id${by('a')}
   left join approval p on p.submission_id = r.submission_id left join acceptance aa on aa.id = p.acceptance_id${by('aa')}
   left join acceptance w on w.submission_id = r.submission_id and w.kind = 'withdrawal'${by('w')}
   where r.programme_id = $1 and r.metric = any ($2) and r.council_id = any ($3) and r.state <> 'withdrawn'
   order by r.period_start, a.known_seq`;

/** Every revision of the metrics $2 of the councils $3, by period, then by seq, with when it was approved and withdrawn. */
export const KNOWN_REVISIONS = knownRevisions(() => '');

/** The same, of what was known by the moment $5 and the place $4 in the order of knowledge alone. */
export const KNOWN_REVISIONS_BY = knownRevisions(
  (alias) => ` and ${alias}.known_seq <= $4 and ${alias}.known_at <= $5`,
);

export const toKnownRevision = (row: KnownRevisionRow): KnownRevision => ({
  ...toRevision(row),
  approvedAt: row.approved_known_at,
  withdrawnAt: row.withdrawn_known_at,
});
