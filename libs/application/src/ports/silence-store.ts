import type { Silence } from '#domain/notifications';

/** Silences; which rows it sees and changes is the scope's business. */
export abstract class SilenceStore {
  abstract add(silence: Silence): Promise<void>;
  /** Those that stand or are to begin, the one that ends first first. */
  abstract standing(programmeId: number, now: Date, most: number): Promise<readonly Silence[]>;
  /** Those that were over by a moment, newest first. */
  abstract over(programmeId: number, now: Date, most: number): Promise<readonly Silence[]>;
  abstract one(id: string): Promise<Silence | null>;
  /** The silence as it ended. Null when there is none that stands and that the scope may end. */
  abstract end(id: string, by: { actor: string; at: Date }): Promise<Silence | null>;
}
