import type { Persona } from '#application/ports';
import { FixedClock } from '#platform/clock';
import { MemoryIdentityStore } from '#testing/identity';
import { aProgramme, councilNamed } from '#testing/web';
import { DevelopmentSignIn } from './development-sign-in.js';

const PERSONAS: readonly Persona[] = [
  {
    key: 'rutland-officer',
    title: 'Rutland data officer',
    organisation: 'Rutland',
    roles: ['council-submitter'],
    councilKeys: ['rutland'],
    partnership: null,
  },
  {
    key: 'east-midlands-lead',
    title: 'East Midlands partnership lead',
    organisation: 'East Midlands',
    roles: ['partnership-lead'],
    councilKeys: [],
    partnership: 'east-midlands',
  },
];

const open = () => {
  const store = new MemoryIdentityStore();
  const clock = new FixedClock(new Date('2025-01-15T09:00:00Z'));
  const state = { personas: PERSONAS };
  const signIn = new DevelopmentSignIn({
    store,
    clock,
    personas: { all: () => Promise.resolve(state.personas) },
    programme: { current: () => Promise.resolve(aProgramme()) },
  });
  const cookieOf = async (key: string): Promise<string> => (await signIn.signIn(key))?.cookie ?? '';
  return { store, clock, state, signIn, cookieOf };
};

describe('development sign-in', () => {
  it('makes a session of the persona, with a form token of its own', async () => {
    const { signIn, cookieOf } = open();
    const [one, another] = [await cookieOf('rutland-officer'), await cookieOf('rutland-officer')];
    const session = await signIn.readerOfSession(one);
    expect(session).toMatchObject({
      personaTitle: 'Rutland data officer',
      reader: {
        actor: 'Rutland data officer',
        roles: ['council-submitter'],
        councilIds: [councilNamed('Rutland').id],
      },
    });
    expect(session?.csrf).toMatch(/^[\w-]{43}$/);
    expect((await signIn.readerOfSession(another))?.csrf).not.toBe(session?.csrf);
  });

  it('keeps a digest of the cookie, never the cookie', async () => {
    const { store, cookieOf } = open();
    const cookie = await cookieOf('rutland-officer');
    expect(cookie).toMatch(/^[\w-]{43}$/);
    expect(store.sessions).toHaveLength(1);
    expect(JSON.stringify(store.sessions)).not.toContain(cookie);
  });

  it('gives a partnership lead the members of the partnership', async () => {
    const { signIn, cookieOf } = open();
    const session = await signIn.readerOfSession(await cookieOf('east-midlands-lead'));
    expect(session?.reader.memberIds).toEqual([
      councilNamed('Leicester').id,
      councilNamed('Rutland').id,
    ]);
    expect(session?.reader.councilIds).toEqual([]);
  });

  it('knows nobody but the personas', async () => {
    const { store, signIn } = open();
    expect(await signIn.signIn('nobody')).toBeNull();
    expect(await signIn.readerOfSession('guessed')).toBeNull();
    expect(store.sessions).toEqual([]);
  });

  it('ends after eight hours, by signing out, or with the persona', async () => {
    const { clock, state, signIn, cookieOf } = open();
    const cookie = await cookieOf('rutland-officer');
    clock.set(new Date('2025-01-15T16:59:59Z'));
    expect(await signIn.readerOfSession(cookie)).not.toBeNull();
    clock.set(new Date('2025-01-15T17:00:00Z'));
    expect(await signIn.readerOfSession(cookie)).toBeNull();

    const next = await cookieOf('rutland-officer');
    await signIn.signOut(next);
    expect(await signIn.readerOfSession(next)).toBeNull();

    const last = await cookieOf('rutland-officer');
    state.personas = [];
    expect(await signIn.readerOfSession(last)).toBeNull();
  });
});
