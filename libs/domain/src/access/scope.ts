import type { Reader, Role } from './role.js';

/** Councils by id, or all of them. */
export type Extent = 'all' | readonly number[];

/**
 * What one transaction may see and touch; row-level security reads exactly this. `anyStatus`: figures provisional or
 * approved. `approved`: approved figures only. `published`: published official statistics. `writes`: councils whose
 * figures may be sent. `acts`: councils whose alerts may be acknowledged. `grants`: councils that may be given more time, or
 * a closed month back. `seesKeys` and `keepsKeys`: councils whose API keys
 * are listed, and may be made and revoked.
 */
export type Scope = {
  readonly database: 'app' | 'worker' | 'public';
  readonly actor: string;
  readonly anyStatus: Extent;
  readonly approved: Extent;
  readonly published: boolean;
  readonly writes: Extent;
  readonly acts: Extent;
  readonly grants: Extent;
  readonly seesKeys: Extent;
  readonly keepsKeys: Extent;
  /** Opens the messages to the programme's board, and nothing else. */
  readonly board?: boolean;
  /** Opens evidence packs, to be read or also made. They are frozen: no other figure comes with them. */
  readonly packs?: 'read' | 'made';
  /** The digest of the key that was presented, while nobody is known yet: it opens that key's own row. */
  readonly keyDigest?: string;
};

type Sees = 'all' | 'own' | 'none';
type Row = {
  readonly database: 'app' | 'public';
  readonly anyStatus: Sees;
  readonly approved: Sees;
  readonly published: boolean;
  readonly writes: Sees;
  readonly acts: Sees;
  readonly grants: Sees;
  readonly seesKeys: Sees;
  readonly keepsKeys: Sees;
  readonly packs?: 'read' | 'made';
};

const council: Row = {
  database: 'app',
  anyStatus: 'own',
  approved: 'own',
  published: true,
  writes: 'own',
  acts: 'own',
  grants: 'none',
  seesKeys: 'none',
  keepsKeys: 'none',
};
const department: Row = {
  database: 'app',
  anyStatus: 'all',
  approved: 'all',
  published: true,
  writes: 'none',
  acts: 'all',
  grants: 'all',
  seesKeys: 'none',
  keepsKeys: 'none',
};
const releasesOnly: Row = {
  database: 'public',
  anyStatus: 'none',
  approved: 'none',
  published: false,
  writes: 'none',
  acts: 'none',
  grants: 'none',
  seesKeys: 'none',
  keepsKeys: 'none',
};
const noFigures: Row = { ...releasesOnly, database: 'app' };

/**
 * Who sees what: the one table from which row-level security, pages, both APIs and the cross-council suite are made.
 * Releases and publications are snapshots of their own; a reader with `database: 'public'` reads nothing else.
 */
const WHO_SEES_WHAT: Readonly<Record<Role, Row>> = {
  'council-submitter': { ...council, seesKeys: 'own' },
  'council-approver': { ...council, seesKeys: 'own', keepsKeys: 'own' },
  system: { ...council, acts: 'none' },
  'partnership-lead': { ...council, writes: 'none' },
  'dfe-analyst': { ...department, packs: 'made' },
  'dfe-policy': { ...department, packs: 'made' },
  evaluator: { ...department, anyStatus: 'none', acts: 'none', grants: 'none' },
  board: { ...releasesOnly, packs: 'read' },
  'delivery-partner': { ...releasesOnly, packs: 'read' },
  auditor: noFigures,
  admin: { ...noFigures, seesKeys: 'all', keepsKeys: 'all' },
};

type Column = 'anyStatus' | 'approved' | 'writes' | 'acts' | 'grants' | 'seesKeys' | 'keepsKeys';

/**
 * The scope of a reader: the union of what the reader's roles see, narrowed to what their key was made for. A reader
 * without a role sees releases only.
 */
export function scopeOf(reader: Reader): Scope {
  const rows = reader.roles.map((role) => ({
    ...WHO_SEES_WHAT[role],
    own: role === 'partnership-lead' ? reader.memberIds : reader.councilIds,
  }));
  const pick = (column: Column): Extent =>
    rows.some((row) => row[column] === 'all')
      ? 'all'
      : [...new Set(rows.flatMap((row) => (row[column] === 'own' ? row.own : [])))];
  const reads = !reader.deeds || reader.deeds.includes('read-own-figures');
  const sends = !reader.deeds || reader.deeds.includes('send-figures');
  return {
    database: rows.some((row) => row.database === 'app') ? 'app' : 'public',
    actor: reader.actor,
    anyStatus: reads ? pick('anyStatus') : [],
    approved: reads ? pick('approved') : [],
    published: reads && rows.some((row) => row.published),
    writes: sends ? pick('writes') : [],
    acts: pick('acts'),
    grants: pick('grants'),
    seesKeys: pick('seesKeys'),
    keepsKeys: pick('keepsKeys'),
  };
}

/**
 * The scope of a delivery: its rules compare it with what stands, and whoever sends it is told what became of it, even
 * with a key that may read nothing else.
 */
export function sendingScopeOf(reader: Reader): Scope {
  const scope = scopeOf(reader);
  const { anyStatus, writes } = scope;
  const all = anyStatus === 'all' || writes === 'all';
  return { ...scope, anyStatus: all ? 'all' : [...new Set([...anyStatus, ...writes])] };
}

const nothing = (actor: string): Scope => ({
  database: 'app',
  actor,
  anyStatus: [],
  approved: [],
  published: false,
  writes: [],
  acts: [],
  grants: [],
  seesKeys: [],
  keepsKeys: [],
});

/** Nobody yet: whoever presents a key sees the row of that key, by its digest, and nothing else. */
export const keyHolderScope = (keyDigest: string): Scope => ({
  ...nothing('somebody with a key'),
  keyDigest,
});

/** A member of the board at the board's inbox, which holds no figure and names no council. */
export const boardInboxScope = ({ actor }: Reader): Scope => ({ ...nothing(actor), board: true });

/** What a reader may do with evidence packs: make them, read them, or nothing (null). */
export function packsOf({ roles }: Reader): NonNullable<Scope['packs']> | null {
  const may = roles.map((role) => WHO_SEES_WHAT[role].packs);
  return may.find((one) => one === 'made') ?? may.find((one) => one === 'read') ?? null;
}

/** A reader at evidence packs, and at nothing else. */
export const packScope = (reader: Reader): Scope => {
  const packs = packsOf(reader);
  return packs === null ? nothing(reader.actor) : { ...nothing(reader.actor), packs };
};

/**
 * What became of the figures that a pack is made of, asked for somebody who reads the pack: the service looks, and says only
 * what that reader may know of it.
 */
export const packMarksScope = ({ actor }: Reader): Scope => ({
  ...nothing(actor),
  anyStatus: 'all',
  published: true,
  packs: 'read',
});

/** The service's own scope: workers read and write every council's rows. */
export const workerScope = (actor: string): Scope => ({
  database: 'worker',
  actor,
  anyStatus: 'all',
  approved: 'all',
  published: true,
  writes: 'all',
  acts: 'all',
  grants: 'all',
  seesKeys: 'all',
  keepsKeys: 'all',
});

/** Whether an extent covers a council. */
export const covers = (extent: Extent, councilId: number): boolean =>
  extent === 'all' || extent.includes(councilId);
