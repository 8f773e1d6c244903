import {
  IdentityStore,
  type KeptFormRecord,
  type SessionRecord,
  type TokenRecord,
} from '#application/ports';

/** Tokens, sessions and kept forms in memory, for specs, which look at what is kept of them. */
export class MemoryIdentityStore extends IdentityStore {
  readonly tokens: TokenRecord[] = [];
  sessions: readonly SessionRecord[] = [];
  keptForms: readonly KeptFormRecord[] = [];
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

  endSession(digest: string, at: Date): Promise<void> {
    this.sessions = this.sessions.map((session) =>
      session.digest === digest && session.expiresAt > at ? { ...session, expiresAt: at } : session,
    );
    return Promise.resolve();
  }

  findSessionOfForm(csrf: string, endedAfter: Date): Promise<SessionRecord | null> {
    const found = this.sessions.find((one) => one.csrf === csrf && one.expiresAt > endedAfter);
    return Promise.resolve(found ?? null);
  }

  forgetEnded(of: { sessionsBefore: Date; now: Date }): Promise<void> {
    this.sessions = this.sessions.filter(({ expiresAt }) => expiresAt >= of.sessionsBefore);
    this.keptForms = this.keptForms.filter(({ expiresAt }) => expiresAt >= of.now);
    return Promise.resolve();
  }

  keepForm(form: KeptFormRecord, most: number): Promise<void> {
    const own = this.keptForms.filter(({ session }) => session === form.session).slice(-(most - 1));
    const others = this.keptForms.filter(({ session }) => session !== form.session);
    this.keptForms = [...others, ...own, form];
    return Promise.resolve();
  }

  findKeptForm(of: { digest: string; persona: string; now: Date }): Promise<KeptFormRecord | null> {
    const found = alive(this.keptForms, of.digest, of.now);
    return Promise.resolve(found?.persona === of.persona ? found : null);
  }

  dropKeptForm(digest: string): Promise<boolean> {
    const before = this.keptForms.length;
    this.keptForms = this.keptForms.filter((form) => form.digest !== digest);
    return Promise.resolve(this.keptForms.length < before);
  }
}

const alive = <T extends { digest: string; expiresAt: Date }>(
  kept: readonly T[],
  digest: string,
  now: Date,
): T | null => kept.find((one) => one.digest === digest && one.expiresAt > now) ?? null;
