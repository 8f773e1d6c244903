import { IdentityStore, type SessionRecord, type TokenRecord } from '#application/ports';

/** Tokens and sessions in memory, for specs; `tokens` and `sessions` show what is kept of them. */
export class MemoryIdentityStore extends IdentityStore {
  readonly tokens: TokenRecord[] = [];
  sessions: readonly SessionRecord[] = [];
  /** Digests that were looked up. */
  readonly lookedUp: string[] = [];

  saveToken(token: TokenRecord): Promise<void> {
    this.tokens.push(token);
    return Promise.resolve();
  }

  findToken(digest: string, now: Date): Promise<TokenRecord | null> {
    this.lookedUp.push(digest);
    return Promise.resolve(alive(this.tokens, digest, now));
  }

  saveSession(session: SessionRecord): Promise<void> {
    this.sessions = [...this.sessions, session];
    return Promise.resolve();
  }

  findSession(digest: string, now: Date): Promise<SessionRecord | null> {
    return Promise.resolve(alive(this.sessions, digest, now));
  }

  endSession(digest: string): Promise<void> {
    this.sessions = this.sessions.filter((session) => session.digest !== digest);
    return Promise.resolve();
  }
}

const alive = <T extends { digest: string; expiresAt: Date }>(
  kept: readonly T[],
  digest: string,
  now: Date,
): T | null => kept.find((one) => one.digest === digest && one.expiresAt > now) ?? null;
