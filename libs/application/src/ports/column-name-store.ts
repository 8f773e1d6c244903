import type { ColumnMeaning } from '#domain/intake';

/** What councils said of the names of columns in their own files. */
export abstract class ColumnNameStore {
  /** What a council once said of its own names of columns, by plain name. */
  abstract meanings(
    programmeId: number,
    councilId: number | null,
  ): Promise<ReadonlyMap<string, ColumnMeaning>>;
  /** Remembers what the council's names of columns mean, in place of what was remembered of them before. */
  abstract remember(
    of: { readonly programmeId: number; readonly councilId: number },
    meanings: ReadonlyMap<string, ColumnMeaning>,
    by: { readonly actor: string; readonly at: Date },
  ): Promise<void>;
}
