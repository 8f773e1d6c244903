import { cutRelease } from './cut-release.js';
import { mayShowRate, type ReleaseAudience, type ReleaseUnit } from './release-unit.js';
import type { LinearSolver } from './solver.js';
import { hiding, solverForSpec, tableOf, type TableForSpec } from './tables-for-spec.js';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await solverForSpec();
});

const programme: ReleaseAudience = {
  name: 'programme',
  ...{ suppressMax: 5, minDenominator: 10, zerosPublished: true, rounding: 'none' },
  ...{ insiders: [], neverSuppress: ['ENG|Total|n'] },
};
const everyone: ReleaseAudience = {
  ...programme,
  ...{ name: 'public', rounding: 5, nationalRounding: 10, neverSuppress: [] },
};
const unitOf = (table: TableForSpec, more: Partial<ReleaseAudience> = {}): ReleaseUnit => ({
  ...{ id: 'plans/2026-10', metric: 'plans', period: '2026-10', revision: 2 },
  ...table,
  audiences: [{ ...programme, ...more }, everyone],
});
const three = tableOf([
  [3, 20],
  [15, 30],
  [16, 25],
]);
const release = (
  unit: ReleaseUnit,
  earlier: Parameters<typeof cutRelease>[0]['earlier'] = [],
  audience: ReleaseAudience['name'] = 'programme',
) => cutRelease({ unit, audience, earlier, solver: 'highs 1.15.3' }, solver);
const withheldIn = (answer: ReturnType<typeof release>): readonly string[] =>
  'error' in answer
    ? [answer.error]
    : answer.cells.filter(({ status }) => status === 'c').map(({ id }) => id);

describe('cutting a release', () => {
  it('shows a suppressed cell as c and nothing else of it, as plain data', () => {
    const answer = release(unitOf(three));
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    expect(answer).toMatchObject({
      ...{ unit: 'plans/2026-10', revision: 2, audience: 'programme', method: 'suppression' },
      ...{ status: 'released', withheld: null, smallDeltas: [], solver: 'highs 1.15.3' },
    });
    const { cells } = answer as Extract<typeof answer, { cells: unknown }>;
    expect(cells.find(({ id }) => id === 'C01|K1|n')).toEqual({
      ...{ id: 'C01|K1|n', status: 'c', value: null },
    });
    expect(withheldIn(answer)).toHaveLength(4);
  });

  it('keeps suppressed what was, where the two releases would give a count away together', () => {
    const first = withheldIn(release(unitOf(three)));
    const other = ['C02|K1|n', 'C02|K2|n', 'C03|K1|n', 'C03|K2|n'].filter(
      (id) => !first.includes(id),
    );
    const before = hiding(three.cells, ['C01|K1|n', 'C01|K2|n', ...other]);
    const answer = release(unitOf(three), [before]);
    expect(withheldIn(answer)).toEqual(expect.arrayContaining(['C01|K1|n', ...other]));
    expect(answer).toMatchObject({ status: 'released', withheld: null });
  });

  it('holds what an earlier release has given away already', () => {
    const answer = release(unitOf(three), [hiding(three.cells, ['C01|K1|n'])]);
    expect(answer).toMatchObject({ status: 'held', cells: [] });
  });

  it('holds what no pattern protects', () => {
    const neverSuppress = ['C01|Total|n', 'C01|K2|n'];
    expect(release(unitOf(three, { neverSuppress }))).toMatchObject({ status: 'held', cells: [] });
  });

  it('rounds for the public, national counts by their own base', () => {
    const answer = release(unitOf(three), [], 'public');
    const { cells } = answer as Extract<typeof answer, { cells: unknown }>;
    expect(answer).toMatchObject({ method: 'rounding', status: 'released' });
    const values = new Map(cells.map(({ id, value }) => [id, value]));
    expect([values.get('C01|K1|n'), values.get('C01|Total|n'), values.get('ENG|K1|n')]).toEqual([
      5, 25, 30,
    ]);
  });

  it('holds a rounded table whose sums recover a small count', () => {
    const four = tableOf([
      [3, 60],
      [3, 60],
      [3, 60],
      [3, 60],
    ]);
    const sums = { ...everyone, nationalRounding: 5 as const };
    const unit = { ...unitOf(four), audiences: [sums] };
    expect(release(unit, [], 'public')).toMatchObject({ status: 'held', cells: [] });
  });

  it('refuses an audience that the unit has not, and a table that does not add up', () => {
    expect(release({ ...unitOf(three), audiences: [] })).toEqual({ error: 'UNKNOWN_AUDIENCE' });
    const cells = three.cells.map((cell) => ({ ...cell, value: 7 }));
    expect(release(unitOf({ ...three, cells }))).toEqual({ error: 'INCONSISTENT_TABLE' });
    expect(release(unitOf({ ...three, cells }), [], 'public')).toEqual({
      error: 'INCONSISTENT_TABLE',
    });
  });
});

describe('a percentage', () => {
  const shown = (value: number) => ({ id: 'x', status: 'shown', value }) as const;
  const withheld = { id: 'x', status: 'c', value: null } as const;
  it.each([
    ['its counts are shown and the denominator is large enough', shown(10), shown(4), true],
    ['its denominator is too small', shown(9), shown(4), false],
    ['its denominator is withheld', withheld, shown(4), false],
    ['its complement is withheld', shown(10), withheld, false],
  ])('is judged where %s', (_name, denominator, complement, expected) => {
    expect(mayShowRate({ numerator: shown(6), complement, denominator }, 10)).toBe(expected);
  });
});
