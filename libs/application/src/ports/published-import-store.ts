import type { EesMapping, EesReference } from '#domain/ees';
import type { Day } from '#domain/periods';

/** How a programme's yearly files are read, and what they are screened against. */
export type EesDefinition = {
  readonly mappings: readonly EesMapping[];
  readonly reference: EesReference;
};

/**
 * `received`: waits to be read. `previewed`: waits for a person. `refused`: cannot be read, the sentence says why.
 * `confirmed`: waits to be imported. `failed`: some of it was not taken. `expired`: nobody confirmed it in time.
 */
export type ImportStatus =
  'received' | 'previewed' | 'refused' | 'confirmed' | 'imported' | 'failed' | 'expired';

/** A check of the file that found something; `place` is a row, a column or a value. */
export type ImportFinding = {
  readonly isFault: boolean;
  readonly place: string;
  readonly message: string;
  readonly fix: string;
};

export type ChangeCounts = {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
};

export type LargeChange = {
  readonly councilId: number;
  readonly metric: string;
  readonly breakdown: string;
  /** A period key. */
  readonly period: string;
  /** The number as text, or its symbol. */
  readonly before: string;
  readonly after: string;
};

/** What importing a file would do. */
export type ImportPreview = {
  readonly series: string;
  readonly title: string;
  readonly rows: number;
  /** Rows of other values of the filters. */
  readonly rowsNotHeld: number;
  readonly councilFigures: number;
  /** Of regions and England: they check the sums. */
  readonly areaFigures: number;
  /** Councils' series that the file has figures of. */
  readonly seriesCount: number;
  /** Measures of the file that the programme does not have. */
  readonly skipped: readonly string[];
  readonly counts: ChangeCounts;
  readonly periods: readonly (ChangeCounts & { readonly period: string })[];
  /** Of the changed figures those that differ most, first the largest difference. */
  readonly largest: readonly LargeChange[];
  /** What is odd in the file, rows that were left out among it. */
  readonly oddities: readonly string[];
  readonly findings: readonly ImportFinding[];
  /** Findings beyond those that are kept. */
  readonly moreFindings: number;
};

/** What an import came to, by period. */
export type ImportOutcome = {
  readonly periods: readonly {
    readonly period: string;
    readonly submissionId: string | null;
    readonly accepted: number;
    readonly received: number;
  }[];
};

export type PublishedImport = {
  readonly id: string;
  readonly programmeId: number;
  readonly status: ImportStatus;
  readonly fileName: string;
  readonly metadataName: string | null;
  readonly digest: string;
  readonly bytes: number;
  readonly publishedOn: Day;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
  readonly expiresAt: Date;
  readonly preview: ImportPreview | null;
  /** Why it was refused or failed. */
  readonly sentence: string | null;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: string | null;
  readonly finishedAt: Date | null;
  readonly outcome: ImportOutcome | null;
};

export type FilePart = 'data' | 'metadata';

/** Yearly files between their upload and their import. */
export abstract class PublishedImportStore {
  abstract definition(programmeId: number): Promise<EesDefinition | null>;
  abstract add(one: PublishedImport): Promise<void>;
  abstract addPiece(id: string, part: FilePart, n: number, bytes: Uint8Array): Promise<void>;
  /** The pieces in order, together; null where there are none. */
  abstract file(id: string, part: FilePart): Promise<Uint8Array | null>;
  abstract find(id: string): Promise<PublishedImport | null>;
  /** Newest first. */
  abstract list(programmeId: number, first: number): Promise<readonly PublishedImport[]>;
  /** The oldest that waits to be read or to be imported. */
  abstract next(): Promise<PublishedImport | null>;
  /** Writes what changes of it, if it still has the status `from`. Whether it had. */
  abstract move(from: ImportStatus, to: PublishedImport): Promise<boolean>;
  abstract dropPieces(id: string): Promise<void>;
  /** Ends those that nobody confirmed in time, with their files. Answers how many. */
  abstract expire(now: Date): Promise<number>;
}
