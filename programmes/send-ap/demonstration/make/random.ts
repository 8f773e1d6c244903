/**
 * Random numbers that are the same on every machine and day: xoshiro128** (Blackman and Vigna), whose state comes from the
 * seed and the name of what is drawn, so that one series can change without any other changing with it. Only sums,
 * products and quotients are used, which IEEE 754 rounds exactly.
 */
export type Random = {
  /** At least 0 and less than 1. */
  readonly unit: () => number;
  /** Roughly normal: mean 0, variance 1, never beyond 6. */
  readonly normal: () => number;
};

export function randomOf(...names: readonly string[]): Random {
  const text = names.join('\u0000');
  const state = Uint32Array.from([1, 2, 3, 4], (n) => hash(`${n}${text}`));
  const unit = (): number => next(state) / 4_294_967_296;
  return {
    unit,
    normal: () => Array.from({ length: 12 }, unit).reduce((sum, one) => sum + one, -6),
  };
}

/** FNV-1a over the text's UTF-16 units, then mixed so that names that differ in one letter share nothing. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

function next(s: Uint32Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = s;
  const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
  const c1 = c ^ a;
  const d1 = d ^ b;
  s[0] = a ^ d1;
  s[1] = b ^ c1;
  s[2] = c1 ^ (b << 9);
  s[3] = rotate(d1, 11);
  return result;
}
