import { FixedClock } from '#platform/clock';
import { MemoryIdentityStore } from '#testing/identity';
import { aProgramme, councilNamed } from '#testing/web';
import { AccessTokens, type NewToken } from './access-tokens.js';

const NINE = new Date('2025-01-15T09:00:00Z');
const rutland = councilNamed('Rutland').id;

const wanted: NewToken = {
  role: 'council-submitter',
  councilId: rutland,
  partnership: null,
  label: 'nightly push',
  ttlSeconds: 3_600,
};

const open = () => {
  const store = new MemoryIdentityStore();
  const clock = new FixedClock(NINE);
  const programme = { current: () => Promise.resolve(aProgramme()) };
  return { store, clock, tokens: new AccessTokens({ store, programme, clock }) };
};

describe('a bearer token', () => {
  it('is 32 random bytes behind a prefix, and different each time', async () => {
    const { tokens } = open();
    const [one, another] = [await tokens.issue(wanted), await tokens.issue(wanted)];
    expect(one).toMatch(/^cpm_[\w-]{43}$/);
    expect(another).not.toBe(one);
  });

  it('is kept as a digest alone', async () => {
    const { store, tokens } = open();
    const secret = await tokens.issue(wanted);
    expect(store.tokens).toEqual([
      {
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        role: 'council-submitter',
        councilId: rutland,
        partnership: null,
        label: 'nightly push',
        createdAt: NINE,
        expiresAt: new Date('2025-01-15T10:00:00Z'),
      },
    ]);
    expect(JSON.stringify(store.tokens)).not.toContain(secret.slice(4));
  });

  it('stands for its role at its council, under a name for the history', async () => {
    const { tokens } = open();
    expect(await tokens.readerOf(await tokens.issue(wanted))).toEqual({
      actor: 'council-submitter, Rutland, nightly push',
      roles: ['council-submitter'],
      councilIds: [rutland],
      memberIds: [],
      partnership: null,
    });
  });

  it('of a partnership lead stands for the partnership’s members, and for nobody’s own people', async () => {
    const { tokens } = open();
    const lead = { ...wanted, councilId: null, partnership: 'east-midlands' } as const;
    const reader = await tokens.readerOf(await tokens.issue({ ...lead, role: 'partnership-lead' }));
    expect(reader).toMatchObject({
      councilIds: [],
      memberIds: [councilNamed('Leicester').id, rutland],
      partnership: 'east-midlands',
    });
  });

  it.each(['dfe-analyst', 'auditor', 'board'] as const)(
    'of the role %s stands for no council',
    async (role) => {
      const { tokens } = open();
      const secret = await tokens.issue({ ...wanted, role, councilId: null });
      expect(await tokens.readerOf(secret)).toMatchObject({
        roles: [role],
        councilIds: [],
        memberIds: [],
      });
    },
  );

  it('ends by itself', async () => {
    const { clock, tokens } = open();
    const secret = await tokens.issue(wanted);
    clock.set(new Date('2025-01-15T09:59:59.999Z'));
    expect(await tokens.readerOf(secret)).not.toBeNull();
    clock.set(new Date('2025-01-15T10:00:00Z'));
    expect(await tokens.readerOf(secret)).toBeNull();
  });

  it('that nobody was given stands for nobody', async () => {
    const { tokens } = open();
    const secret = await tokens.issue(wanted);
    const changed = secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A');
    for (const guess of ['', 'cpm_', changed, secret.slice(4), secret.toUpperCase()])
      expect(await tokens.readerOf(guess)).toBeNull();
  });

  it('is not even looked up when it cannot be ours', async () => {
    const { store, tokens } = open();
    await tokens.readerOf(`cpm_${'a'.repeat(1_000_000)}`);
    await tokens.readerOf('eyJhbGciOiJIUzI1NiJ9');
    expect(store.lookedUp).toEqual([]);
  });
});
