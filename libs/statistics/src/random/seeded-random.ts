// Taken out of Math once: these stand in the innermost loops of simulations.
const { imul } = Math;

/** A stream of random numbers that its seed fixes for good. Draws change its state. */
export type Random = {
  /** The next whole number from 0 to 2³² − 1. */
  readonly word: () => number;
  /** The next number from 0 to below 1, with 53 random bits (two words). */
  readonly uniform: () => number;
};

/** The four words of a generator's state, not all 0. */
export type RandomState = readonly [number, number, number, number];

/**
 * A generator from a seed: a whole number from 0 to 2³² − 1 (others are taken modulo 2³²), or a text, whose FNV-1a hash of
 * its UTF-8 bytes is the seed. Not for secrets. Sources: xoshiro128** 1.1, Blackman and Vigna (2018), whose state
 * splitmix fills, as they advise; FNV-1a, Fowler, Noll and Vo (1991).
 */
export function seededRandom(seed: number | string): Random {
  const split = splitMix32(typeof seed === 'string' ? fnv1a(seed) : seed);
  return randomFrom([split(), split(), split(), split()]);
}

/** The generator that goes on from this state. Source: xoshiro128** 1.1, Blackman and Vigna (2018). */
export function randomFrom(state: RandomState): Random {
  let [a, b, c, d] = state.map((part) => part | 0) as [number, number, number, number];
  const word = (): number => {
    const result = imul(rotate(imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  return {
    word,
    uniform: () => ((word() >>> 5) * 67_108_864 + (word() >>> 6)) / 9_007_199_254_740_992,
  };
}

/**
 * Splitmix in 32 bits: a Weyl sequence of the golden ratio through the finaliser of MurmurHash3. Its four first outputs are
 * never all 0, since four different inputs go through a one-to-one function. Sources: Steele, Lea and Flood (2014);
 * Appleby (2011).
 */
export function splitMix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = imul(mixed, 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

/** The 32-bit FNV-1a hash of a text's UTF-8 bytes. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
