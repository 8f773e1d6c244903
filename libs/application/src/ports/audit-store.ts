export type AuditEntry = {
  readonly programmeId: number;
  readonly at: Date;
  readonly actor: string;
  readonly deed: string;
  readonly councilId: number | null;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** Append-only: who did what, when. Figures and personal data never go in. */
export abstract class AuditStore {
  abstract record(entry: AuditEntry): Promise<void>;
}
