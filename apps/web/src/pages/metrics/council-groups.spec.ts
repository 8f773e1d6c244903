import { aRegister } from '#testing/web';
import { fits, grouped, partsOf } from './council-groups.js';

const register = aRegister();
const { councils } = register;
const named = (...names: readonly string[]) => councils.filter(({ name }) => names.includes(name));

describe('councils under headings', () => {
  it('have none in the order of the alphabet', () => {
    const groups = grouped(named('York', 'Leeds'), (one) => one, {
      places: register,
      order: 'name',
    });
    expect(groups).toEqual([{ title: null, items: named('Leeds', 'York') }]);
  });

  it('stand under their region, and under none where it is not known', () => {
    const [leeds] = named('Leeds');
    const lost = { ...leeds, regionCode: 'E99' } as (typeof councils)[number];
    const groups = grouped([lost, ...named('York')], (one) => one, {
      places: register,
      order: 'region',
    });
    expect(groups.map(({ title }) => title)).toEqual(['East Midlands', 'In no region']);
  });

  it('fit a partnership and a region together', () => {
    const fitting = fits(register, { partnership: 'east-midlands', region: 'E12000004' });
    expect(councils.filter(fitting).map(({ name }) => name)).toEqual(['Leicester', 'Rutland']);
    expect(councils.filter(fits(register, { partnership: '', region: 'E1' }))).toEqual([]);
  });
});

describe('parts of a page', () => {
  const groups = [
    { title: 'A', items: [1, 2, 3] },
    { title: 'B', items: [4, 5] },
  ];
  it.each([
    [5, 1],
    [4, 2],
    [2, 3],
    [1, 5],
  ])('of at most %d are %d, and hold each once in its order', (most, count) => {
    const parts = partsOf(groups, most);
    expect(parts).toHaveLength(count);
    expect(parts.flat().flatMap(({ items }) => items)).toEqual([1, 2, 3, 4, 5]);
    for (const part of parts)
      expect(part.flatMap(({ items }) => items).length).toBeLessThanOrEqual(most);
  });

  it('repeat the heading of a group that is cut', () => {
    expect(partsOf(groups, 2).map((part) => part.map(({ title }) => title))).toEqual([
      ['A'],
      ['A', 'B'],
      ['B'],
    ]);
  });

  it('are none where nobody is', () => {
    expect(partsOf([], 5)).toEqual([]);
  });
});
