import type { Clock, IdentityStore } from '#application/ports';
import { digestOf, newSecret } from '../digest.js';
import { openForm, sealForm, type KeptForm } from './seal-form.js';

const KEPT_MS = 30 * 60_000;
/** Of one session, for somebody who had several forms open. */
const MOST_KEPT = 10;
/** For how long after its end a form of a session is still known. */
const REMEMBERED_MS = 7 * 86_400_000;

/** That a form is kept: what its browser brings back for it, and whether its person is signed in already. */
export type Keeping = { readonly cookie: string; readonly isSamePerson: boolean };

/**
 * Forms whose session ended before they were sent (ADR 45). A form is known by the token that its page was given: it names the
 * session, and with it the person who alone gets the form back, once, within half an hour.
 */
export class KeptForms {
  constructor(private readonly ports: { readonly store: IdentityStore; readonly clock: Clock }) {}

  /** Null for a form that no session of the last days was given, or that is too large. */
  async keep(csrf: string, form: KeptForm, signedInBy: string | null): Promise<Keeping | null> {
    const { store } = this.ports;
    const now = this.ports.clock.now();
    const session = await store.findSessionOfForm(csrf, rememberedSince(now));
    const secret = newSecret();
    const sealed = session && sealForm(form, secret);
    if (!session || !sealed) return null;
    await store.keepForm(
      {
        digest: digestOf(secret),
        session: session.digest,
        persona: session.persona,
        sealed,
        keptAt: now,
        expiresAt: new Date(now.getTime() + KEPT_MS),
      },
      MOST_KEPT,
    );
    const present = signedInBy === null ? null : await this.personaOf(signedInBy);
    return { cookie: secret, isSamePerson: present === session.persona };
  }

  /** What is kept for a page, for the person of a session; it is gone then. Null for anybody else and any other page. */
  async take(cookie: string, page: string, signedInBy: string): Promise<KeptForm | null> {
    const { store } = this.ports;
    const persona = await this.personaOf(signedInBy);
    if (persona === null) return null;
    const digest = digestOf(cookie);
    const kept = await store.findKeptForm({ digest, persona, now: this.ports.clock.now() });
    const form = kept && openForm(kept.sealed, cookie);
    if (form?.page !== page) return null;
    return (await store.dropKeptForm(digest)) ? form : null;
  }

  /** Drops sessions whose forms are no longer known, and forms whose time is over. */
  forgetEnded(): Promise<void> {
    const now = this.ports.clock.now();
    return this.ports.store.forgetEnded({ sessionsBefore: rememberedSince(now), now });
  }

  private async personaOf(cookie: string): Promise<string | null> {
    const { store, clock } = this.ports;
    return (await store.findSession(digestOf(cookie), clock.now()))?.persona ?? null;
  }
}

const rememberedSince = (now: Date): Date => new Date(now.getTime() - REMEMBERED_MS);
