import fc from 'fast-check';
import { permutationTest } from './index.js';
import type { Panel, PermutationResult } from './index.js';

const panelOf = (cohorts: (number | null)[], changes: number[]): Panel => ({
  times: [1, 2],
  units: cohorts.map((cohort, index) => ({
    id: `LA${index}`,
    cohort,
    y: [10 * index, 10 * index + (changes[index] ?? 0)],
  })),
});
const tested = (panel: Panel, options = {}): PermutationResult => {
  const result = permutationTest({ panel, options });
  if ('error' in result) throw new Error(result.error);
  return result;
};

describe('permutationTest', () => {
  it('goes through every way to choose the councils that start', () => {
    // Effects of the six pairs: 2, 0, 1, −1, 0, −2.
    expect(tested(panelOf([2, 2, null, null], [5, 4, 2, 3]))).toEqual({
      att: 2,
      assignments: 6,
      pTwoSided: 2 / 6,
      pGreater: 1 / 6,
      seed: null,
    });
  });

  it('gives the one council that stands out of twenty a p of one in twenty', () => {
    const changes = Array.from({ length: 20 }, (_, index) => (index === 0 ? 9 : index % 3));
    const { assignments, pTwoSided } = tested(panelOf([2, ...Array<null>(19).fill(null)], changes));
    expect([assignments, pTwoSided]).toEqual([20, 1 / 20]);
  });

  it('counts cohorts apart, so that 5!/(2! 2! 1!) ways are gone through', () => {
    const panel: Panel = {
      times: [1, 2, 3],
      units: [2, 2, 3, 3, null].map((cohort, index) => ({
        id: `LA${index}`,
        cohort,
        weight: index + 1,
        y: [0, index, index * index],
      })),
    };
    expect(tested(panel).assignments).toBe(30);
    expect(tested(panel, { controlGroup: 'notyettreated' }).assignments).toBe(30);
  });

  it('gives every assignment the same effect, and so a p of 1, when all change alike', () => {
    expect(tested(panelOf([2, 2, null, null, null], [3, 3, 3, 3, 3])).pTwoSided).toBe(1);
  });

  const many = panelOf(
    Array.from({ length: 24 }, (_, index) => (index < 10 ? 2 : null)),
    Array.from({ length: 24 }, (_, index) => ((index * 7) % 11) + (index < 10 ? 2 : 0)),
  );

  it('draws 9,999 times by its seed when there are more than 20,000 ways', () => {
    const first = tested(many, { seed: 20 });
    expect(first).toMatchObject({ assignments: 9_999, seed: 20 });
    expect(tested(many, { seed: 20 })).toEqual(first);
    expect(tested(many, { seed: 21 }).pTwoSided).not.toBe(first.pTwoSided);
    expect(tested(many, { seed: 21 }).pTwoSided).toBeCloseTo(first.pTwoSided, 1);
    expect(tested(many).seed).toBe(1);
  });

  it('never draws a p of 0', () => {
    const far = panelOf(
      many.units.map(({ cohort }) => cohort),
      many.units.map(({ cohort }) => (cohort === null ? 0 : 100)),
    );
    expect(tested(far).pTwoSided).toBe(1 / 10_000);
  });

  it('does not care for the order of councils, and tells both sides from the sign', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 6, maxLength: 6 }),
        (changes) => {
          const cohorts = [2, 2, null, null, null, null];
          const before = tested(panelOf(cohorts, changes));
          const turned = tested(panelOf(cohorts.toReversed(), changes.toReversed()));
          expect(turned.pTwoSided).toBe(before.pTwoSided);
          expect(turned.pGreater).toBe(before.pGreater);
          const mirrored = tested(
            panelOf(
              cohorts,
              changes.map((change) => -change),
            ),
          );
          expect(mirrored.pTwoSided).toBe(before.pTwoSided);
          expect(mirrored.att).toBeCloseTo(-before.att, 10);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('refuses another statistic, a seed that cannot be stored, and a panel without comparison', () => {
    const panel = panelOf([2, null], [1, 2]);
    expect(permutationTest({ panel, options: { statistic: 'median' } })).toEqual({
      error: 'INVALID_OPTIONS',
    });
    expect(permutationTest({ panel, options: { seed: 0.5 } })).toEqual({
      error: 'INVALID_OPTIONS',
    });
    expect(permutationTest({ panel: panelOf([2], [1]) })).toEqual({ error: 'NO_COMPARISON_UNITS' });
    const anticipated = {
      ...panel,
      units: panel.units.map((u) => ({ ...u, cohort: u.cohort && 4 })),
    };
    expect(permutationTest({ panel: anticipated, options: { anticipation: 2 } })).toEqual({
      error: 'NO_PERIOD_AFTER_START',
    });
  });
});
