import { firstDifference } from './compare.js';

const exact = { tolerance: () => 0, listsAreSets: false };
const near = { tolerance: () => 1e-9, listsAreSets: true };

describe('firstDifference', () => {
  it('names the place of the first field that differs', () => {
    const expected = { points: [{ mean: 1 }, { mean: 2 }] };
    expect(firstDifference(expected, { points: [{ mean: 1 }, { mean: 2.5 }] }, exact)).toEqual({
      path: 'points[1].mean',
      expected: 2,
      got: 2.5,
    });
  });

  it('counts a field that is missing, even where null is expected', () => {
    expect(firstDifference({ upl: null }, {}, exact)?.path).toBe('upl');
    expect(firstDifference({ se: null }, { se: 0 }, exact)?.path).toBe('se');
    expect(firstDifference({ upl: null }, { upl: null }, exact)).toBeNull();
  });

  it('never takes what is no number for one', () => {
    expect(firstDifference({ p: 0.5 }, { p: NaN }, near)?.path).toBe('p');
    expect(firstDifference({ p: 0 }, { p: null }, near)?.path).toBe('p');
    expect(firstDifference({ p: 0 }, { p: false }, near)?.path).toBe('p');
  });

  it('keeps to the tolerance', () => {
    expect(firstDifference([1], [1 + 5e-10], near)).toBeNull();
    expect(firstDifference([1], [1 + 5e-9], near)?.path).toBe('[0]');
  });

  it('passes over what describes the case, and over blocks that were not computed', () => {
    const expected = { error: 'INVALID_VALUE', ptdMessage: 'no', truth: { a: 1 }, twfe: null };
    expect(firstDifference(expected, { error: 'INVALID_VALUE' }, exact)).toBeNull();
  });

  it('reads lists of identifiers as sets only where it is told to', () => {
    const [expected, got] = [
      {
        ids: ['a', 'b'],
        cells: [
          { id: 'a', lo: 1 },
          { id: 'b', lo: 2 },
        ],
      },
      {
        ids: ['b', 'a'],
        cells: [
          { id: 'b', lo: 2 },
          { id: 'a', lo: 1 },
        ],
      },
    ];
    expect(firstDifference(expected, got, near)).toBeNull();
    expect(firstDifference(expected, got, exact)?.path).toBe('ids[0]');
    expect(firstDifference({ ids: ['a'] }, { ids: [] }, near)?.path).toBe('ids.length');
  });
});
