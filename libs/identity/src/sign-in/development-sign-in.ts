import type {
  Clock,
  IdentityStore,
  Persona,
  PersonaSource,
  ProgrammeSource,
} from '#application/ports';
import type { Reader } from '#domain/access';
import { digestOf, newSecret } from '../digest.js';
import { KeptForms } from '../kept-forms/kept-forms.js';
import { readerFrom } from '../readers.js';

const SESSION_MS = 8 * 3_600_000;

export type SignedIn = {
  readonly reader: Reader;
  readonly personaTitle: string;
  readonly csrf: string;
};

type Ports = {
  readonly store: IdentityStore;
  readonly personas: PersonaSource;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
};

/**
 * Sign-in by choosing a persona: for development alone. The configuration refuses `NODE_ENV=production` without an
 * OpenID provider, so that it can never be met there. A session lasts eight hours; only digests are kept.
 */
export class DevelopmentSignIn {
  /** Forms whose session ended before they were sent. */
  readonly keptForms: KeptForms;

  constructor(private readonly ports: Ports) {
    this.keptForms = new KeptForms(ports);
  }

  personas(): Promise<readonly Persona[]> {
    return this.ports.personas.all();
  }

  /** Null when there is no such persona. */
  async signIn(personaKey: string): Promise<{ cookie: string } | null> {
    const persona = (await this.personas()).find((candidate) => candidate.key === personaKey);
    if (!persona) return null;
    await this.keptForms.forgetEnded();
    const cookie = newSecret();
    const createdAt = this.ports.clock.now();
    const expiresAt = new Date(createdAt.getTime() + SESSION_MS);
    await this.ports.store.saveSession({
      digest: digestOf(cookie),
      persona: persona.key,
      csrf: newSecret(),
      createdAt,
      expiresAt,
    });
    return { cookie };
  }

  /** Who a cookie stands for; null when there is no session, it has ended, or the persona is gone. */
  async readerOfSession(cookie: string): Promise<SignedIn | null> {
    const session = await this.ports.store.findSession(digestOf(cookie), this.ports.clock.now());
    const persona =
      session && (await this.personas()).find((candidate) => candidate.key === session.persona);
    if (!session || !persona) return null;
    const { register } = await this.ports.programme.current();
    const councilIds = register.councils
      .filter((c) => persona.councilKeys.includes(c.key))
      .map((c) => c.id);
    const { title, roles, partnership } = persona;
    const reader = readerFrom({ actor: title, roles, councilIds, partnership }, register);
    return { reader, personaTitle: title, csrf: session.csrf };
  }

  async signOut(cookie: string): Promise<void> {
    await this.ports.store.endSession(digestOf(cookie), this.ports.clock.now());
  }
}
