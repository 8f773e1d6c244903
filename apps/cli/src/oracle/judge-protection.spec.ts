import { judgeProtection } from './judge-protection.js';

const oracleCase = {
  options: { neverSuppress: ['all'], insiders: ['C01'] },
  cells: [
    { id: 'all', geo: 'ENG' },
    { id: 'a', geo: 'C01' },
    { id: 'b', geo: 'C02' },
  ],
  equations: [{ total: 'all', parts: ['a', 'b'] }],
  expected: { primaries: ['a'], nPrimaries: 1, acceptance: { auditSafe: true, maxSuppressed: 2 } },
};
const answer = { primaries: ['a'], nPrimaries: 1, suppressed: ['a', 'b'] };
const safe = () => ({ safe: true });
const judged = async (got: object, audit: () => unknown = safe) =>
  (await judgeProtection(oracleCase, got, audit))?.path ?? null;

describe('judgeProtection', () => {
  it('accepts any pattern that hides the primaries, is small enough and safe', async () => {
    expect(await judged(answer)).toBeNull();
    expect(await judged({ ...answer, suppressed: ['a'] })).toBeNull();
  });

  it('rejects a primary that is shown, a total that is hidden, and too many hidden', async () => {
    expect(await judged({ ...answer, suppressed: ['b'] })).toBe('published primaries');
    expect(await judged({ ...answer, suppressed: ['a', 'all'] })).toBe('suppressed for all that');
    expect(await judged({ ...answer, suppressed: ['a', 'b', 'c'] })).toBe('nSuppressed');
    expect(await judged({ primaries: ['a'], nPrimaries: 1 })).toBe('suppressed');
    expect(await judged({ ...answer, primaries: ['b'] })).toBe('primaries[0]');
  });

  it('audits the pattern for an outsider and for each listed council', async () => {
    const asked: unknown[] = [];
    await judgeProtection(oracleCase, answer, (auditCase) => {
      asked.push([auditCase.options, auditCase.cells]);
      return Promise.resolve({ safe: true });
    });
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject([
      { attacker: 'insider', insider: 'C01' },
      [
        { id: 'all', published: true, primary: false },
        { id: 'a', published: false, primary: true },
        { id: 'b', published: false, primary: false },
      ],
    ]);
    expect(await judged(answer, () => ({ safe: false }))).toBe('safe from an outsider');
    expect(await judged(answer, () => ({ error: 'NO' }))).toBe('safe from an outsider');
  });
});
