import type { Role } from '#domain/access';

/** Somebody to sign in as in development: named by role and organisation, never by a person's name. */
export type Persona = {
  readonly key: string;
  readonly title: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
  readonly councilKeys: readonly string[];
  readonly partnership: string | null;
};

export abstract class PersonaSource {
  abstract all(): Promise<readonly Persona[]>;
}
