import { isProtected, isRecovered, spareOf } from './judge-range.js';
import { rangeFinder, TOLERANCE, type Limits, type Unknowns } from './ranges.js';
import type { OpenProgram } from './solver.js';
import type { DisclosureRefusal, Range } from './types.js';

/** One cell whose limits are looked for. */
export interface Target {
  readonly id: string;
  readonly column: number;
  readonly primary: boolean;
}

export interface Findings {
  readonly intervals: readonly Range[];
  readonly integerIntervalsPrimaries: readonly Range[];
  readonly exactlyRecovered: readonly string[];
  readonly exactlyRecoveredPrimaries: readonly string[];
  readonly unsafePrimaries: readonly string[];
}

/** Up to this many unknown cells, whole-number limits are always exact; above, where they could decide. */
const SMALL_TABLE = 100;

/**
 * Least and greatest value of each target that an attacker can work out, and which primaries that betrays. Null: no table
 * agrees with what is known.
 */
export function auditUnknowns(
  open: OpenProgram,
  unknowns: Unknowns,
  targets: readonly Target[],
  largest: number,
): Findings | DisclosureRefusal | null {
  const found: Found[] = [];
  const finder = targets.length === 0 ? null : rangeFinder(open, unknowns);
  for (const target of targets) {
    const real = finder?.real(target.column);
    if (!finder || !real) return null;
    const large = unknowns.values.length >= SMALL_TABLE && spareOf(real.limits, largest) >= 2;
    const exact = target.primary && !large ? finder.whole(target.column, real) : null;
    if (exact === 'limit') return { error: 'SOLVER_LIMIT' };
    if (target.primary && !large && exact === null) return null;
    found.push({ ...target, real: real.limits, whole: exact ?? roundedInwards(real.limits) });
  }
  finder?.close();
  return findingsOf(found, largest);
}

interface Found extends Target {
  readonly real: Limits;
  readonly whole: Limits;
}

function findingsOf(found: readonly Found[], largest: number): Findings {
  const primaries = found.filter(({ primary }) => primary);
  const ids = (list: readonly Found[]): string[] => list.map(({ id }) => id);
  const recovered = (list: readonly Found[]): string[] =>
    ids(list.filter(({ real }) => isRecovered(real)));
  return {
    intervals: found.map(({ id, real }) => ({ id, ...real })),
    integerIntervalsPrimaries: primaries.map(({ id, whole }) => ({ id, ...whole })),
    exactlyRecovered: recovered(found),
    exactlyRecoveredPrimaries: recovered(primaries),
    unsafePrimaries: ids(
      primaries.filter(
        ({ real, whole }) => !isProtected(real, largest) || !isProtected(whole, largest),
      ),
    ),
  };
}

const roundedInwards = ({ lo, hi }: Limits): Limits => ({
  lo: Math.ceil(lo - TOLERANCE),
  hi: hi === null ? null : Math.floor(hi + TOLERANCE),
});
