import type { Reader } from '#domain/access';
import type { KeptForm, Keeping } from '#identity';

/** Somebody whom the development sign-in offers: named by role and organisation, never by a person's name. */
export type PersonaCard = {
  readonly key: string;
  readonly title: string;
  readonly organisation: string;
  readonly roles: readonly string[];
};

/** Who a session belongs to. `csrf` must come back with every form of the session. */
export type SessionHolder = {
  readonly reader: Reader;
  readonly personaTitle: string;
  readonly csrf: string;
};

/** What the pages ask of sign-in. */
export abstract class IdentityDoor {
  abstract personas(): readonly PersonaCard[] | Promise<readonly PersonaCard[]>;
  /** The value of the session's cookie. */
  abstract signIn(personaKey: string): Promise<{ readonly cookie: string } | null>;
  abstract readerOfSession(cookie: string): Promise<SessionHolder | null>;
  abstract signOut(cookie: string): Promise<void>;
  /** Forms whose session had ended when they were sent, for the person of that session alone. */
  abstract readonly keptForms: {
    /** Null for a form that no session was given lately, or that is too large. */
    keep(csrf: string, form: KeptForm, signedInBy: string | null): Promise<Keeping | null>;
    take(cookie: string, page: string, signedInBy: string): Promise<KeptForm | null>;
  };
}
