import type { ValueState, RevisionReasonKind } from '#domain/observations';
import type { PackEntry } from '#domain/packs';
import type { KnownRevision } from './alert-store.js';
import type { PageOf } from './read-models.js';

/** A pack as it is kept: what lists and marks need of its manifest, and the manifest itself as its exact text. */
export type PackRecord = {
  readonly id: string;
  readonly programmeId: number;
  readonly title: string;
  readonly question: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly asKnownAt: Date;
  readonly knownSeq: number;
  /** The SHA-256 of the manifest's bytes. */
  readonly checksum: string;
  readonly manifest: string;
  /** The figures behind it: stored codes of the measures, and the councils. */
  readonly codes: readonly string[];
  readonly councilIds: readonly number[];
};

export type PackListed = Omit<PackRecord, 'manifest' | 'codes' | 'councilIds'> & {
  readonly councils: number;
};

/** A file with its text. */
export type PackFile = PackEntry & { readonly content: string };

/** A revision that was known and did not count yet, newer than what the pack has of its figure. */
export type LeftOut = {
  readonly councilId: number;
  readonly metric: string;
  /** A period key. */
  readonly period: string;
  readonly knownSeq: number;
};

/** What of a figure a correction tells. */
type FigureThen = { readonly state: ValueState | 'withdrawn'; readonly value: string | null };

export type PackReasonKind = RevisionReasonKind | 'WITHDRAWAL';

/** A stored figure that a pack rests on, and its newest revision that the pack does not have. */
export type PackCorrection = {
  readonly councilId: number;
  readonly metric: string;
  /** A period key. */
  readonly period: string;
  readonly before: FigureThen;
  readonly after: FigureThen;
  readonly knownAt: Date;
  readonly approved: boolean;
  readonly reason: { readonly kind: PackReasonKind; readonly text: string } | null;
};

/** A pack that has a figure; `isEarlier`: the figure was changed since. */
export type PackUse = { readonly id: string; readonly title: string; readonly isEarlier: boolean };

/** A version of the data. */
export type KnownBy = { readonly knownSeq: number; readonly asKnownAt: Date };

/** Evidence packs: added whole, and never changed. */
export abstract class PackStore {
  abstract add(
    pack: PackRecord,
    files: readonly PackFile[],
    leftOut: readonly LeftOut[],
  ): Promise<void>;
  abstract find(id: string): Promise<PackRecord | null>;
  /** Newest first. */
  abstract list(of: {
    readonly programmeId: number;
    readonly after: string | null;
    readonly first: number;
  }): Promise<PageOf<PackListed>>;
  /** Some files with their texts, by path. */
  abstract files(id: string, paths: readonly string[]): Promise<readonly PackFile[]>;
  /** The digests of the bytes as they are stored, worked out anew, by path. */
  abstract digests(id: string): Promise<readonly Pick<PackEntry, 'path' | 'bytes' | 'sha256'>[]>;
  /** The last place in the order of knowledge by a moment. */
  abstract seqAt(programmeId: number, at: Date): Promise<number>;
  /** Every revision of these figures that a version of the data knows, by period, then by seq; as a whole and by breakdown. */
  abstract revisions(
    of: KnownBy & {
      readonly programmeId: number;
      readonly metrics: readonly string[];
      readonly councilIds: readonly number[];
    },
  ): Promise<readonly KnownRevision[]>;
  /**
   * Figures that a pack has and a revision known by `now` has changed or withdrawn since, or was left out of it: by council, stored
   * code and period, `most` of them. One statement.
   */
  abstract corrections(id: string, now: Date, most: number): Promise<readonly PackCorrection[]>;
  /** The newest packs, 20 at most, that have one of these stored figures of a council in a period, and whether it is newer now. */
  abstract using(of: {
    readonly programmeId: number;
    readonly councilId: number;
    readonly codes: readonly string[];
    readonly period: string;
    readonly now: Date;
  }): Promise<readonly PackUse[]>;
  /** How many figures that is, of each of these packs; one that has none is left out. One statement. */
  abstract corrected(ids: readonly string[], now: Date): Promise<ReadonlyMap<string, number>>;
}
