/**
 * The next number from 0 to below 1 of xoshiro128** 1.1, seeded by splitmix32: the same seed gives the same numbers for
 * good. `seed` counts modulo 2³². Not for secrets. Sources: Blackman and Vigna (2018); Steele, Lea and Flood (2014).
 */
export function xoshiro128(seed: number): () => number {
  const split = splitmix32(seed);
  let [a, b, c, d] = [split(), split(), split(), split()];
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result / 4_294_967_296;
  };
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
}
