import type { Reader } from '#domain/access';
import type { KeptForm, Keeping } from '#identity';
import { councilNamed } from './a-programme.js';

type FakePersona = {
  readonly key: string;
  readonly title: string;
  readonly organisation: string;
  readonly roles: Reader['roles'];
  readonly councils: readonly string[];
};

const PERSONAS: readonly FakePersona[] = [
  {
    key: 'rutland-officer',
    title: 'Rutland data officer',
    organisation: 'Rutland',
    roles: ['council-submitter'],
    councils: ['Rutland'],
  },
  {
    key: 'rutland-lead',
    title: 'Rutland SEND lead',
    organisation: 'Rutland',
    roles: ['council-approver'],
    councils: ['Rutland'],
  },
  {
    key: 'partnership-lead',
    title: 'East Midlands partnership lead',
    organisation: 'East Midlands',
    roles: ['partnership-lead'],
    councils: ['Leicester', 'Rutland'],
  },
  {
    key: 'dfe-analyst',
    title: 'DfE analyst',
    organisation: 'DfE',
    roles: ['dfe-analyst'],
    councils: [],
  },
  {
    key: 'board',
    title: 'Board member',
    organisation: 'Implementation Board',
    roles: ['board'],
    councils: [],
  },
  {
    key: 'administrator',
    title: 'Administrator',
    organisation: 'The service',
    roles: ['admin'],
    councils: [],
  },
];

/** The key of each persona, by its title. */
export const PERSONA_KEYS: ReadonlyMap<string, string> = new Map(
  PERSONAS.map(({ title, key }) => [title, key]),
);

export const aReader = (key: string): Reader => {
  const persona = PERSONAS.find((one) => one.key === key);
  if (!persona) throw new Error(`no persona ${key}`);
  const ids = persona.councils.map((name) => councilNamed(name).id);
  const isLead = persona.roles.includes('partnership-lead');
  return {
    actor: persona.title,
    roles: persona.roles,
    councilIds: isLead ? [] : ids,
    memberIds: isLead ? ids : [],
    partnership: isLead ? 'east-midlands' : null,
  };
};

/** Sign-in that keeps its sessions in memory. The session's cookie of a persona is `session-of-{key}`. */
export class FakeIdentity {
  private readonly open = new Set<string>();
  private readonly kept = new Map<string, { readonly session: string; readonly form: KeptForm }>();

  personas(): readonly FakePersona[] {
    return PERSONAS;
  }

  signIn(key: string): Promise<{ cookie: string } | null> {
    if (!PERSONAS.some((one) => one.key === key)) return Promise.resolve(null);
    const cookie = `session-of-${key}`;
    this.open.add(cookie);
    return Promise.resolve({ cookie });
  }

  readerOfSession(
    cookie: string,
  ): Promise<{ reader: Reader; personaTitle: string; csrf: string } | null> {
    if (!this.open.has(cookie)) return Promise.resolve(null);
    const reader = aReader(cookie.replace('session-of-', ''));
    return Promise.resolve({ reader, personaTitle: reader.actor, csrf: `token-of-${cookie}` });
  }

  signOut(cookie: string): Promise<void> {
    this.open.delete(cookie);
    return Promise.resolve();
  }

  /** The token of a form names its session, ended or not. */
  readonly keptForms = {
    keep: (csrf: string, form: KeptForm, signedInBy: string | null): Promise<Keeping | null> => {
      const session = /^token-of-(session-of-.+)$/.exec(csrf)?.[1];
      if (!session) return Promise.resolve(null);
      const cookie = `kept-${this.kept.size}`;
      this.kept.set(cookie, { session, form });
      return Promise.resolve({ cookie, isSamePerson: signedInBy === session });
    },
    take: (cookie: string, page: string, signedInBy: string): Promise<KeptForm | null> => {
      const kept = this.kept.get(cookie);
      if (kept?.session !== signedInBy || kept.form.page !== page) return Promise.resolve(null);
      this.kept.delete(cookie);
      return Promise.resolve(kept.form);
    },
  };
}
