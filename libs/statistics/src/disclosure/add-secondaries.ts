import { ownPlaces } from './audit-pattern.js';
import {
  costOf,
  meets,
  needsOf,
  type Need,
  type ProtectionPlan,
  type Witness,
} from './protection-plan.js';
import { isWhole, restrictRows, TOLERANCE } from './ranges.js';
import type { OpenProgram, ProgramData, Program } from './solver.js';

const FURTHEST = 1e4;
/** A pattern that is a little dearer is still a pattern: integer programs are given up early. */
const NODES = 20;

/** A pattern in the making: what is suppressed, and tables that show it protects. */
export interface Draft {
  readonly suppressed: Set<number>;
  readonly witnesses: Witness[];
}

/**
 * Suppresses, one need after another, the cheapest cells by which a primary can move as far as it must (Fischetti and Salazar,
 * 2000; sequential over primaries as in Kelly, Golden and Assad, 1992). A need that a table found before already meets costs
 * nothing. Zeros stay zeros unless there is no other way. A need that cannot be met is left: the audit says so.
 */
export function addSecondaries(open: OpenProgram, plan: ProtectionPlan): Draft {
  const draft: Draft = { suppressed: new Set(plan.always), witnesses: [] };
  for (const insider of plan.attackers) {
    const own = ownPlaces(plan.table, insider);
    const unaware = (witness: Witness): boolean => ![...own].some((place) => witness.has(place));
    const usable = draft.witnesses.filter(unaware);
    let mover: Mover | undefined;
    for (const need of needsOf(plan, insider)) {
      if (usable.some((witness) => meets(witness, need))) continue;
      mover ??= moverFor(open, plan, own, draft.suppressed);
      const witness = mover.meet(need);
      if (!witness) continue;
      usable.push(witness);
      draft.witnesses.push(witness);
    }
    mover?.close();
  }
  return draft;
}

/** Finds the cheapest table that meets a need, and suppresses what it moves. */
interface Mover {
  readonly meet: (need: Need) => Witness | null;
  readonly close: () => void;
}

function moverFor(
  open: OpenProgram,
  plan: ProtectionPlan,
  own: ReadonlySet<number>,
  suppressed: Set<number>,
): Mover {
  const { cells, rows } = plan.table;
  const places = cells.flatMap((_cell, place) =>
    plan.never.has(place) || own.has(place) ? [] : [place],
  );
  const columns = new Map(places.map((place, n) => [place, n]));
  const valueAt = (place: number): number => cells[place]?.value ?? 0;
  // Column 2n is how far the n-th cell rises, 2n + 1 how far it falls.
  const lower = places.flatMap(() => [0, 0]);
  const upper = places.flatMap((place) => [
    valueAt(place) > 0 || suppressed.has(place) ? FURTHEST : 0,
    valueAt(place),
  ]);
  const cost = places.flatMap((place) => {
    const cell = cells[place];
    const each = !cell || suppressed.has(place) ? 0 : costOf(cell);
    return [each, each];
  });
  const split: ProgramData['rows'] = restrictRows(rows, columns).map((row) => ({
    columns: row.columns.flatMap((column) => [2 * column, 2 * column + 1]),
    coefficients: row.coefficients.flatMap((coefficient) => [coefficient, -coefficient]),
    right: 0,
  }));
  const program = open({ lower, upper, cost, rows: split });
  const bound = (column: number, least: number, most: number): void => {
    [lower[column], upper[column]] = [least, most];
    program.setBounds(column, least, most);
  };
  const zeros = places.flatMap((place, n) => (valueAt(place) === 0 ? [2 * n] : []));
  const solve = (): Witness | null => {
    const real = witnessOf(program, places);
    if (!real || isWhole([...real.values()])) return real;
    const whole = open({ lower, upper, cost, rows: split, whole: { nodes: NODES } });
    const witness = witnessOf(whole, places) ?? real;
    whole.close();
    return witness;
  };
  const meet = ({ place, by }: Need): Witness | null => {
    const n = columns.get(place);
    if (n === undefined) return null;
    const before = [upper[2 * n] ?? 0, upper[2 * n + 1] ?? 0] as const;
    bound(2 * n, Math.max(by, 0), Math.max(by, 0));
    bound(2 * n + 1, Math.max(-by, 0), Math.max(-by, 0));
    let witness = solve();
    if (!witness) {
      const fixed = zeros.filter((column) => upper[column] === 0 && column !== 2 * n);
      for (const column of fixed) bound(column, 0, FURTHEST);
      witness = solve();
      for (const column of fixed) bound(column, 0, 0);
    }
    bound(2 * n, 0, before[0]);
    bound(2 * n + 1, 0, before[1]);
    for (const moved of witness?.keys() ?? []) {
      const column = 2 * (columns.get(moved) ?? 0);
      if (suppressed.has(moved)) continue;
      suppressed.add(moved);
      for (const side of [column, column + 1]) {
        cost[side] = 0;
        program.setCost(side, 0);
      }
      bound(column, 0, FURTHEST);
    }
    return witness;
  };
  return { meet, close: () => program.close() };
}

function witnessOf(program: Program, places: readonly number[]): Witness | null {
  const solution = program.minimise();
  if (solution.kind !== 'optimal') return null;
  const deviations = places.map((place, n) => {
    const by = (solution.values[2 * n] ?? 0) - (solution.values[2 * n + 1] ?? 0);
    return [place, Math.abs(by - Math.round(by)) <= TOLERANCE ? Math.round(by) : by] as const;
  });
  return new Map(deviations.filter(([, by]) => by !== 0));
}
