import { xoshiro128 } from './xoshiro128.js';

const draws = (seed: number, count: number): number[] => {
  const random = xoshiro128(seed);
  return Array.from({ length: count }, random);
};

describe('xoshiro128', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    expect(draws(7, 5)).toEqual(draws(7, 5));
    expect(draws(7, 5)).not.toEqual(draws(8, 5));
  });

  it('gives numbers from 0 to below 1, as often in each tenth', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const value of draws(1, 10_000)) {
      expect(value >= 0 && value < 1).toBe(true);
      tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    }
    // 1,000 each; the standard deviation of each is 30.
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });
});
