import type { Reader, Role } from './role.js';

/** Councils by id, or all of them. */
export type Extent = 'all' | readonly number[];

/**
 * What one transaction may see and touch; row-level security reads exactly this. `anyStatus`: figures provisional or
 * approved. `approved`: approved figures only. `published`: published official statistics. `writes`: councils whose
 * figures may be sent. `acts`: councils whose alerts may be acknowledged.
 */
export type Scope = {
  readonly database: 'app' | 'worker' | 'public';
  readonly actor: string;
  readonly anyStatus: Extent;
  readonly approved: Extent;
  readonly published: boolean;
  readonly writes: Extent;
  readonly acts: Extent;
};

type Sees = 'all' | 'own' | 'none';
type Row = {
  readonly database: 'app' | 'public';
  readonly anyStatus: Sees;
  readonly approved: Sees;
  readonly published: boolean;
  readonly writes: Sees;
  readonly acts: Sees;
};

const council: Row = {
  database: 'app',
  anyStatus: 'own',
  approved: 'own',
  published: true,
  writes: 'own',
  acts: 'own',
};
const department: Row = {
  database: 'app',
  anyStatus: 'all',
  approved: 'all',
  published: true,
  writes: 'none',
  acts: 'all',
};
const releasesOnly: Row = {
  database: 'public',
  anyStatus: 'none',
  approved: 'none',
  published: false,
  writes: 'none',
  acts: 'none',
};
const noFigures: Row = { ...releasesOnly, database: 'app' };

/**
 * Who sees what: the one table from which row-level security, pages, both APIs and the cross-council suite are made.
 * Releases and publications are snapshots of their own; a reader with `database: 'public'` reads nothing else.
 */
const WHO_SEES_WHAT: Readonly<Record<Role, Row>> = {
  'council-submitter': council,
  'council-approver': council,
  system: { ...council, acts: 'none' },
  'partnership-lead': { ...council, writes: 'none' },
  'dfe-analyst': department,
  'dfe-policy': department,
  evaluator: { ...department, anyStatus: 'none', acts: 'none' },
  board: releasesOnly,
  'delivery-partner': releasesOnly,
  auditor: noFigures,
  admin: noFigures,
};

/** The scope of a reader: the union of what the reader's roles see. A reader without a role sees releases only. */
export function scopeOf(reader: Reader): Scope {
  const rows = reader.roles.map((role) => ({
    ...WHO_SEES_WHAT[role],
    own: role === 'partnership-lead' ? reader.memberIds : reader.councilIds,
  }));
  const pick = (column: 'anyStatus' | 'approved' | 'writes' | 'acts'): Extent =>
    rows.some((row) => row[column] === 'all')
      ? 'all'
      : [...new Set(rows.flatMap((row) => (row[column] === 'own' ? row.own : [])))];
  return {
    database: rows.some((row) => row.database === 'app') ? 'app' : 'public',
    actor: reader.actor,
    anyStatus: pick('anyStatus'),
    approved: pick('approved'),
    published: rows.some((row) => row.published),
    writes: pick('writes'),
    acts: pick('acts'),
  };
}

/** The service's own scope: workers read and write every council's rows. */
export const workerScope = (actor: string): Scope => ({
  database: 'worker',
  actor,
  anyStatus: 'all',
  approved: 'all',
  published: true,
  writes: 'all',
  acts: 'all',
});

/** Whether an extent covers a council. */
export const covers = (extent: Extent, councilId: number): boolean =>
  extent === 'all' || extent.includes(councilId);
