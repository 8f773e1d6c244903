import { fnv1a, randomFrom, seededRandom, splitMix32 } from './index.js';

const words = (random: { word: () => number }, count: number) =>
  Array.from({ length: count }, () => random.word());

describe('xoshiro128**', () => {
  it('gives the published algorithm’s words from the state 1, 2, 3, 4', () => {
    // By hand: rotl(2 · 5, 7) · 9 = 11520; then the second word is 0, and rotl(1029 · 5, 7) · 9 = 5927040.
    expect(words(randomFrom([1, 2, 3, 4]), 4)).toEqual([11520, 0, 5927040, 70819200]);
  });

  it('fills its state from a seed by splitmix', () => {
    const split = splitMix32(1);
    const state = [split(), split(), split(), split()] as const;
    expect(state).toEqual([2527132011, 314344336, 2535364964, 2041432039]);
    expect(words(seededRandom(1), 3)).toEqual([2442144158, 3238099751, 3819917871]);
    expect(words(randomFrom(state), 3)).toEqual(words(seededRandom(1), 3));
  });

  it('takes a text by its FNV-1a hash, as published for "", "a" and "foobar"', () => {
    expect(['', 'a', 'foobar'].map(fnv1a)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
    expect(words(seededRandom('a'), 2)).toEqual(words(seededRandom(0xe40c292c), 2));
  });

  it('takes a seed beyond 32 bits modulo 2³², and gives other seeds other words', () => {
    expect(words(seededRandom(2 ** 32 + 7), 2)).toEqual(words(seededRandom(7), 2));
    expect(words(seededRandom(8), 2)).not.toEqual(words(seededRandom(7), 2));
  });

  it('makes a number from 0 to below 1 of 53 bits of two words', () => {
    // 11520 >>> 5 = 360 and 0 >>> 6 = 0.
    expect(randomFrom([1, 2, 3, 4]).uniform()).toBe(360 / 2 ** 27);
    const { uniform } = seededRandom(3);
    const drawn = Array.from({ length: 1000 }, uniform);
    expect(drawn.every((x) => x >= 0 && x < 1)).toBe(true);
  });
});
