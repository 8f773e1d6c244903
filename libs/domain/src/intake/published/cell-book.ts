import type { Candidate } from '../candidate.js';
import { periodKey } from '../../periods/period.js';

/** What is known of a cell that more than one row gives: the first row that gave it, and whether the others agree. */
export type RepeatedCell = { readonly row: number; readonly differs: boolean };

/** Shares of a whole number that a double holds exactly: councils × metrics × breakdowns × periods. */
const SIZES = { metric: 4_096, breakdown: 4_096, period: 65_536 };
const GROWTH = 1.5;
const FULLEST = 0.8;
const FIRST_PLACES = 1_024;

/**
 * Which cells a file gives, in some twenty-five bytes each: a million of them as objects would take a hundred times that.
 * Cells are told apart exactly; whether two numbers of one cell agree is told by 64 bits of each. Only of cells that come
 * again is more kept.
 */
export class CellBook {
  private readonly metrics = new Map<string, number>();
  private readonly breakdowns = new Map<string, number>();
  private readonly periods = new Map<string, number>();
  private readonly again = new Map<number, { row: number | null; differs: boolean }>();
  private keys = new Float64Array(FIRST_PLACES).fill(-1);
  private signs = new Uint32Array(2 * FIRST_PLACES);
  private size = 0;

  /** Enters what a row says of a cell. */
  add(candidate: Candidate): void {
    if (this.size >= this.keys.length * FULLEST) this.grow();
    const key = this.keyOf(candidate);
    const at = placeOf(key, this.keys);
    const text = textOf(candidate);
    const [high, low] = [fnv1a(text, 0x811c9dc5), fnv1a(text, 0x050c5d1f)];
    if (this.keys[at] === key) {
      const agrees = this.signs[2 * at] === high && this.signs[2 * at + 1] === low;
      const differs = !agrees || this.again.get(key)?.differs === true;
      this.again.set(key, { row: null, differs });
      return;
    }
    this.keys[at] = key;
    this.signs[2 * at] = high;
    this.signs[2 * at + 1] = low;
    this.size += 1;
  }

  /** Of a cell that was entered more than once, when all have been; null of any other. Asked in the order of the rows. */
  repeated(candidate: Candidate): RepeatedCell | null {
    if (this.again.size === 0) return null;
    const known = this.again.get(this.keyOf(candidate));
    if (!known) return null;
    known.row ??= candidate.row;
    return { row: known.row, differs: known.differs };
  }

  private keyOf({ council, metric, breakdown, period }: Candidate): number {
    const m = numberOf(this.metrics, `${metric.code} ${metric.major}`, SIZES.metric);
    const b = numberOf(this.breakdowns, breakdown, SIZES.breakdown);
    const p = numberOf(this.periods, periodKey(period), SIZES.period);
    return ((council.id * SIZES.metric + m) * SIZES.breakdown + b) * SIZES.period + p;
  }

  private grow(): void {
    const { keys, signs } = this;
    const length = Math.ceil(keys.length * GROWTH);
    this.keys = new Float64Array(length).fill(-1);
    this.signs = new Uint32Array(2 * length);
    for (let from = 0; from < keys.length; from += 1) {
      const key = keys[from] ?? -1;
      if (key === -1) continue;
      const at = placeOf(key, this.keys);
      this.keys[at] = key;
      this.signs[2 * at] = signs[2 * from] ?? 0;
      this.signs[2 * at + 1] = signs[2 * from + 1] ?? 0;
    }
  }
}

/** The place of a key, or the free one where it belongs. */
function placeOf(key: number, keys: Float64Array): number {
  const mixed =
    Math.imul(key % 4_294_967_291, 0x9e3779b1) ^ Math.imul(key / SIZES.period, 0x85ebca6b);
  let at = (mixed >>> 0) % keys.length;
  while (keys[at] !== -1 && keys[at] !== key) at = at + 1 === keys.length ? 0 : at + 1;
  return at;
}

function numberOf(numbers: Map<string, number>, text: string, most: number): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  if (numbers.size >= most) throw new Error(`a file of more than ${most} kinds of cells`);
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

/** What a row says of its cell. */
const textOf = ({ state, value, numerator, denominator }: Candidate): string =>
  `${state} ${value} ${numerator} ${denominator}`;

/** The FNV-1a hash of a text, in 32 bits, from any beginning. */
function fnv1a(text: string, begin: number): number {
  let hash = begin;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
