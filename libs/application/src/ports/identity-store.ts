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

/**
 * What somebody had typed into a form whose session had ended: sealed, so that only the browser that sent it can open it, and
 * bound to the person of that session.
 */
export type KeptFormRecord = {
  readonly digest: string;
  /** The digest of the session that the form was made for. */
  readonly session: string;
  readonly persona: string;
  readonly sealed: Buffer;
  readonly keptAt: Date;
  readonly expiresAt: Date;
};

/** Tokens and sessions in PostgreSQL, by digest. Not scoped: it is read before anybody is known. */
export abstract class IdentityStore {
  abstract saveToken(token: TokenRecord): Promise<void>;
  /** Null when there is none or it has ended. */
  abstract findToken(digest: string, now: Date): Promise<TokenRecord | null>;
  abstract saveSession(session: SessionRecord): Promise<void>;
  abstract findSession(digest: string, now: Date): Promise<SessionRecord | null>;
  /** A session ends at a moment, and stays on record for its forms. */
  abstract endSession(digest: string, at: Date): Promise<void>;
  /** The session that a form's token was made for, ended or not; null when it ended before a moment. */
  abstract findSessionOfForm(csrf: string, endedAfter: Date): Promise<SessionRecord | null>;
  /** Drops sessions that ended before a moment, and kept forms whose time is over. */
  abstract forgetEnded(of: { readonly sessionsBefore: Date; readonly now: Date }): Promise<void>;
  /** Keeps a form, at most `most` of one session. */
  abstract keepForm(form: KeptFormRecord, most: number): Promise<void>;
  /** A person's kept form whose time is not over; null for anybody else. */
  abstract findKeptForm(of: {
    readonly digest: string;
    readonly persona: string;
    readonly now: Date;
  }): Promise<KeptFormRecord | null>;
  /** True for the one who drops it. */
  abstract dropKeptForm(digest: string): Promise<boolean>;
}
