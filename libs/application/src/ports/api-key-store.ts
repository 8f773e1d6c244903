import type { ApiKey } from '#domain/access';

/** The keys of councils' systems, inside one transaction; which rows it sees is the scope's business. */
export abstract class ApiKeyStore {
  /** False when there is a key with this id already. */
  abstract insert(key: ApiKey, digest: string): Promise<boolean>;
  /** The newest keys of a council, at most `most`. */
  abstract ofCouncil(
    programmeId: number,
    councilId: number,
    most: number,
  ): Promise<readonly ApiKey[]>;
  /** One key, locked until the transaction ends. */
  abstract find(id: string): Promise<ApiKey | null>;
  /** The key that somebody presented, dead or alive. */
  abstract byDigest(digest: string): Promise<ApiKey | null>;
  /**
   * How many keys of a council work at this moment with nothing in their place. Makes those who ask follow each other
   * until the transaction ends.
   */
  abstract countLiving(programmeId: number, councilId: number, now: Date): Promise<number>;
  /** Writes the hour of a use unless it is written already. */
  abstract noteUse(id: string, hour: Date): Promise<void>;
  /** Brings the end of a key forward; never puts it off. */
  abstract replace(
    id: string,
    by: { readonly id: string; readonly expiresAt: Date },
  ): Promise<void>;
  abstract revoke(id: string, by: { readonly actor: string; readonly at: Date }): Promise<void>;
}
