import {
  isLivingKey,
  keyHolderScope,
  standingOfKey,
  type ApiKey,
  type Reader,
} from '#domain/access';
import type { Clock, ProgrammeSource, UnitOfWork } from '#application/ports';
import { digestOf } from './digest.js';
import { isKeyText } from './keys/key-text.js';
import { readerFrom } from './readers.js';
import type { AccessTokens } from './tokens/access-tokens.js';

/**
 * Who brought a bearer token. `nobody`: it is none of ours, or its end is nobody's business. Whoever brings a right key
 * that has ended is told how: they held it, so it helps no guesser.
 */
export type Bearer =
  | { readonly kind: 'reader'; readonly reader: Reader }
  | { readonly kind: 'ended'; readonly code: 'KEY_EXPIRED' | 'KEY_REVOKED' }
  | { readonly kind: 'nobody' };

type Ports = {
  readonly tokens: Pick<AccessTokens, 'readerOf'>;
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
};

const HOUR = 3_600_000;

/** One way in for everything that comes as `Authorization: Bearer …`: keys of systems and tokens of people. */
export class Bearers {
  constructor(private readonly ports: Ports) {}

  async bearerOf(text: string): Promise<Bearer> {
    if (isKeyText(text)) return this.holderOf(text);
    const reader = await this.ports.tokens.readerOf(text);
    return reader ? { kind: 'reader', reader } : { kind: 'nobody' };
  }

  /** Looked up by digest under a scope that opens that one row. A use is written at most once an hour. */
  private async holderOf(text: string): Promise<Bearer> {
    const digest = digestOf(text);
    const now = this.ports.clock.now();
    const hour = new Date(Math.floor(now.getTime() / HOUR) * HOUR);
    const key = await this.ports.unitOfWork.run(keyHolderScope(digest), async ({ keys }) => {
      const found = await keys.byDigest(digest);
      if (found && isLivingKey(found, now) && (found.lastUsedAt ?? new Date(0)) < hour)
        await keys.noteUse(found.id, hour);
      return found;
    });
    if (!key) return { kind: 'nobody' };
    if (!isLivingKey(key, now)) {
      const code = standingOfKey(key, now) === 'revoked' ? 'KEY_REVOKED' : 'KEY_EXPIRED';
      return { kind: 'ended', code };
    }
    return { kind: 'reader', reader: await this.readerFor(key) };
  }

  private async readerFor({ councilId, label, publicId, deeds }: ApiKey): Promise<Reader> {
    const { register } = await this.ports.programme.current();
    const council = register.councils.find((candidate) => candidate.id === councilId);
    const actor = ['system', council?.name, label, `key ${publicId}`].filter(Boolean).join(', ');
    const who = { actor, roles: ['system'] as const, councilIds: [councilId], partnership: null };
    return { ...readerFrom(who, register), deeds };
  }
}
