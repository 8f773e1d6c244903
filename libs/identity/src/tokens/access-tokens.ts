import type { Clock, IdentityStore, ProgrammeSource } from '#application/ports';
import type { Reader, Role } from '#domain/access';
import { digestOf, newSecret } from '../digest.js';
import { readerFrom } from '../readers.js';

const PREFIX = 'cpm_';
/** Longer texts are not ours: not even their digest is looked up. */
const MOST_CHARACTERS = 100;

export type NewToken = {
  readonly role: Role;
  readonly councilId: number | null;
  readonly partnership: string | null;
  readonly label: string;
  readonly ttlSeconds: number;
};

/** Bearer tokens for the api: only a digest is kept, and each ends by itself. */
export class AccessTokens {
  constructor(
    private readonly ports: { store: IdentityStore; programme: ProgrammeSource; clock: Clock },
  ) {}

  /** Returns the token; it cannot be read again. */
  async issue(token: NewToken): Promise<string> {
    const secret = `${PREFIX}${newSecret()}`;
    const createdAt = this.ports.clock.now();
    const { ttlSeconds, ...rest } = token;
    const expiresAt = new Date(createdAt.getTime() + ttlSeconds * 1000);
    await this.ports.store.saveToken({ ...rest, digest: digestOf(secret), createdAt, expiresAt });
    return secret;
  }

  /** Who holds a token; null for one that is not known or has ended. */
  async readerOf(secret: string): Promise<Reader | null> {
    if (!secret.startsWith(PREFIX) || secret.length > MOST_CHARACTERS) return null;
    const token = await this.ports.store.findToken(digestOf(secret), this.ports.clock.now());
    if (!token) return null;
    const { register } = await this.ports.programme.current();
    const council = register.councils.find((candidate) => candidate.id === token.councilId);
    return readerFrom(
      {
        actor: [token.role, council?.name ?? token.partnership, token.label]
          .filter(Boolean)
          .join(', '),
        roles: [token.role],
        councilIds: token.councilId === null ? [] : [token.councilId],
        partnership: token.partnership,
      },
      register,
    );
  }
}
