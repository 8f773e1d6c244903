import {
  binomialDraw,
  normalDraw,
  poissonDraw,
  seededRandom,
  t5Draw,
  type Random,
} from './index.js';

const DRAWS = 20_000;

function moments(draw: (random: Random) => number): { mean: number; variance: number } {
  const random = seededRandom('moments');
  const values = Array.from({ length: DRAWS }, () => draw(random));
  const mean = values.reduce((sum, x) => sum + x, 0) / DRAWS;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / DRAWS };
}

/** A stream whose uniform numbers are these, over and over. */
const scripted = (...uniforms: number[]): Random => {
  let at = 0;
  return { word: () => 0, uniform: () => uniforms[at++ % uniforms.length] ?? 0 };
};

describe('draws', () => {
  it('are, of the polar method, the ones computed by hand', () => {
    // x = 0.5, y = 0: x √(−2 ln 0.25 / 0.25).
    expect(normalDraw(scripted(0.75, 0.5))).toBeCloseTo(0.5 * Math.sqrt(8 * Math.log(4)), 12);
    // (0, 0) and (1, 1) lie on no ray inside the circle: the next pair is taken.
    expect(normalDraw(scripted(0.5, 0.5, 0.75, 0.5))).toBeCloseTo(
      0.5 * Math.sqrt(8 * Math.log(4)),
      12,
    );
  });

  it('invert the Poisson and binomial distributions at their steps', () => {
    // e^−1 = 0.3679 for none, as much for one, half of it for two.
    expect([0.36, 0.37, 0.73, 0.74].map((u) => poissonDraw(scripted(u), 1))).toEqual([0, 1, 1, 2]);
    // Of two cases with chance 0.3: 0.49, 0.42, 0.09; with 0.7 from the other side.
    expect([0.48, 0.5, 0.9, 0.92].map((u) => binomialDraw(scripted(u), 2, 0.3))).toEqual([
      0, 1, 1, 2,
    ]);
    expect([0.48, 0.5, 0.92].map((u) => binomialDraw(scripted(u), 2, 0.7))).toEqual([2, 1, 0]);
  });

  it.each([
    ['normal', normalDraw, 0, 1],
    ['t with 5 degrees of freedom', t5Draw, 0, 5 / 3],
    ['Poisson of 6', (random: Random) => poissonDraw(random, 6), 6, 6],
    ['Poisson of 900', (random: Random) => poissonDraw(random, 900), 900, 900],
    ['binomial of 40 and 0.9', (random: Random) => binomialDraw(random, 40, 0.9), 36, 3.6],
    ['binomial of 1,200 and 0.3', (random: Random) => binomialDraw(random, 1200, 0.3), 360, 252],
  ] as const)('have the mean and variance of their distribution: %s', (_, draw, mean, variance) => {
    const found = moments(draw);
    expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / DRAWS));
    expect(found.variance / variance).toBeGreaterThan(0.9);
    expect(found.variance / variance).toBeLessThan(1.1);
  });

  it('have answers at the edges', () => {
    const random = seededRandom(1);
    expect([0, -1, NaN, Infinity].map((mean) => poissonDraw(random, mean))).toEqual([0, 0, 0, 0]);
    expect(binomialDraw(random, 0, 0.5)).toBe(0);
    expect(binomialDraw(random, 9, 0)).toBe(0);
    expect(binomialDraw(random, 9, 1)).toBe(9);
    expect(binomialDraw(random, 9, 2)).toBe(9);
  });
});
