import { FixedClock } from '#platform/clock';
import { MemoryIdentityStore } from '#testing/identity';
import { digestOf } from '../digest.js';
import { KeptForms } from './kept-forms.js';

const START = new Date('2025-01-15T09:00:00Z');
const FORM = {
  page: '/council/return/2024-12?council=rutland',
  action: '/council/return/2024-12/draft?council=rutland',
  fields: { 'box-n_plans': '6', comment: 'Two teams were merged.' },
};

/** An officer whose session has ended, and who has signed in again; a lead beside them. */
async function open() {
  const store = new MemoryIdentityStore();
  const clock = new FixedClock(START);
  const session = (cookie: string, persona: string, hours: number) =>
    store.saveSession({
      digest: cookie,
      persona,
      csrf: `token of ${cookie}`,
      createdAt: START,
      expiresAt: new Date(START.getTime() + hours * 3_600_000),
    });
  await session(digestOf('old'), 'officer', -1);
  await session(digestOf('new'), 'officer', 8);
  await session(digestOf('lead'), 'lead', 8);
  const forms = new KeptForms({ store, clock });
  const token = `token of ${digestOf('old')}`;
  return { store, clock, forms, token };
}

describe('a form whose session had ended', () => {
  it('is given back to its person on its page, once', async () => {
    const { forms, token } = await open();
    const kept = await forms.keep(token, FORM, null);
    const cookie = kept?.cookie ?? '';
    expect(kept?.isSamePerson).toBe(false);
    expect(await forms.take(cookie, '/council', 'new')).toBeNull();
    expect(await forms.take(cookie, FORM.page, 'new')).toEqual(FORM);
    expect(await forms.take(cookie, FORM.page, 'new')).toBeNull();
  });

  it('is nothing to anybody else, nor to a guess, nor without a session', async () => {
    const { forms, token } = await open();
    const cookie = (await forms.keep(token, FORM, 'lead'))?.cookie ?? '';
    expect(await forms.take(cookie, FORM.page, 'lead')).toBeNull();
    expect(await forms.take('guessed', FORM.page, 'new')).toBeNull();
    expect(await forms.take(cookie, FORM.page, 'old')).toBeNull();
    expect(await forms.take(cookie, FORM.page, 'new')).toEqual(FORM);
  });

  it('says when its person is signed in by another session already', async () => {
    const { forms, token } = await open();
    expect((await forms.keep(token, FORM, 'new'))?.isSamePerson).toBe(true);
    expect((await forms.keep(token, FORM, 'lead'))?.isSamePerson).toBe(false);
  });

  it('is kept only with a token that a session was given, and only up to a size', async () => {
    const { forms, store, token } = await open();
    expect(await forms.keep('guessed', FORM, null)).toBeNull();
    const large = { ...FORM, fields: { words: 'a'.repeat(200_000) } };
    expect(await forms.keep(token, large, null)).toBeNull();
    expect(store.keptForms).toEqual([]);
  });

  it('is stored so that what was typed cannot be read from it, for half an hour', async () => {
    const { forms, store, clock, token } = await open();
    const cookie = (await forms.keep(token, FORM, null))?.cookie ?? '';
    const [stored] = store.keptForms;
    expect(stored?.sealed.toString('latin1')).not.toContain('merged');
    expect(JSON.stringify(store.keptForms)).not.toContain(cookie);
    clock.set(new Date(START.getTime() + 30 * 60_000));
    expect(await forms.take(cookie, FORM.page, 'new')).toBeNull();
  });

  it('is one of ten of its session at most, the newest', async () => {
    const { forms, store, token } = await open();
    const cookies: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      cookies.push((await forms.keep(token, FORM, null))?.cookie ?? '');
    }
    expect(store.keptForms).toHaveLength(10);
    expect(await forms.take(cookies[1] ?? '', FORM.page, 'new')).toBeNull();
    expect(await forms.take(cookies[11] ?? '', FORM.page, 'new')).toEqual(FORM);
  });

  it('is known for a week after its session has ended', async () => {
    const { forms, store, clock, token } = await open();
    clock.set(new Date(START.getTime() + 6 * 86_400_000));
    expect(await forms.keep(token, FORM, null)).not.toBeNull();
    clock.set(new Date(START.getTime() + 7 * 86_400_000));
    expect(await forms.keep(token, FORM, null)).toBeNull();
    await forms.forgetEnded();
    expect(store.sessions).toHaveLength(2);
    expect(store.keptForms).toEqual([]);
  });
});
