import type { Candidate } from '../candidate.js';
import { periodKey } from '../../periods/period.js';

/** What is known of a cell of a file: the first row that gave it, and whether others agree. */
export type CellSeen = {
  readonly row: number;
  readonly isRepeated: boolean;
  readonly differs: boolean;
};

const REPEATED = 1;
const DIFFERS = 2;
/** Shares of a whole number that a double holds exactly: councils × metrics × breakdowns × periods. */
const SIZES = { metric: 4_096, breakdown: 4_096, period: 65_536 };

/**
 * Which cells a file gives, in some twenty bytes each: a million of them as objects would take a hundred times that. Cells
 * are told apart exactly; whether two numbers of one cell agree is told by 64 bits of each.
 */
export class CellBook {
  private readonly metrics = new Map<string, number>();
  private readonly breakdowns = new Map<string, number>();
  private readonly periods = new Map<string, number>();
  private keys = new Float64Array(1_024).fill(-1);
  private rows = new Int32Array(1_024);
  private signs = new BigUint64Array(1_024);
  private marks = new Uint8Array(1_024);
  private size = 0;

  /** Enters what a row says of a cell. Rows come in their order. */
  add(candidate: Candidate): void {
    if (this.size * 2 > this.keys.length) this.grow();
    const key = this.keyOf(candidate);
    const at = this.placeOf(key, this.keys);
    const sign = signOf(candidate);
    if (this.keys[at] === key) {
      const differs = this.signs[at] === sign ? 0 : DIFFERS;
      this.marks[at] = (this.marks[at] ?? 0) | REPEATED | differs;
      return;
    }
    this.keys[at] = key;
    this.rows[at] = candidate.row;
    this.signs[at] = sign;
    this.size += 1;
  }

  /** What was entered of the cell of this candidate; null when nothing was. */
  find(candidate: Candidate): CellSeen | null {
    const key = this.keyOf(candidate);
    const at = this.placeOf(key, this.keys);
    if (this.keys[at] !== key) return null;
    const mark = this.marks[at] ?? 0;
    return {
      row: this.rows[at] ?? 0,
      isRepeated: (mark & REPEATED) !== 0,
      differs: (mark & DIFFERS) !== 0,
    };
  }

  private keyOf({ council, metric, breakdown, period }: Candidate): number {
    const m = numberOf(this.metrics, `${metric.code} ${metric.major}`, SIZES.metric);
    const b = numberOf(this.breakdowns, breakdown, SIZES.breakdown);
    const p = numberOf(this.periods, periodKey(period), SIZES.period);
    return ((council.id * SIZES.metric + m) * SIZES.breakdown + b) * SIZES.period + p;
  }

  /** The place of a key, or the free one where it belongs. */
  private placeOf(key: number, keys: Float64Array): number {
    const last = keys.length - 1;
    let at =
      (Math.imul(key % 4_294_967_291, 0x9e3779b1) ^ Math.imul(key / 65_536, 0x85ebca6b)) & last;
    while (keys[at] !== -1 && keys[at] !== key) at = (at + 1) & last;
    return at;
  }

  private grow(): void {
    const { keys, rows, signs, marks } = this;
    const length = keys.length * 2;
    this.keys = new Float64Array(length).fill(-1);
    this.rows = new Int32Array(length);
    this.signs = new BigUint64Array(length);
    this.marks = new Uint8Array(length);
    for (let from = 0; from < keys.length; from += 1) {
      const key = keys[from] ?? -1;
      if (key === -1) continue;
      const at = this.placeOf(key, this.keys);
      this.keys[at] = key;
      this.rows[at] = rows[from] ?? 0;
      this.signs[at] = signs[from] ?? 0n;
      this.marks[at] = marks[from] ?? 0;
    }
  }
}

function numberOf(numbers: Map<string, number>, text: string, most: number): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  if (numbers.size >= most) throw new Error(`a file of more than ${most} kinds of cells`);
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

/** 64 bits of what a row says of its cell (two runs of the FNV-1a hash, begun apart). */
function signOf({ state, value, numerator, denominator }: Candidate): bigint {
  const text = `${state} ${value} ${numerator} ${denominator}`;
  return (BigInt(fnv1a(text, 0x811c9dc5)) << 32n) | BigInt(fnv1a(text, 0x050c5d1f));
}

function fnv1a(text: string, begin: number): number {
  let hash = begin;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
