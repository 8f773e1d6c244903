import type { Role } from '#domain/access';

/** A bearer token as it is kept: only the digest of what the holder has. */
export type TokenRecord = {
  readonly digest: string;
  readonly label: string;
  readonly role: Role;
  readonly councilId: number | null;
  readonly partnership: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** A browser session. `persona` names who signed in; `organisation` is chosen among the persona's own. */
export type SessionRecord = {
  readonly digest: string;
  readonly persona: string;
  readonly csrf: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** Tokens and sessions in PostgreSQL, by digest. Not scoped: it is read before anybody is known. */
export abstract class IdentityStore {
  abstract saveToken(token: TokenRecord): Promise<void>;
  /** Null when there is none or it has ended. */
  abstract findToken(digest: string, now: Date): Promise<TokenRecord | null>;
  abstract saveSession(session: SessionRecord): Promise<void>;
  abstract findSession(digest: string, now: Date): Promise<SessionRecord | null>;
  abstract endSession(digest: string): Promise<void>;
}
