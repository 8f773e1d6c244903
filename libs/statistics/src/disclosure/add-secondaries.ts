import { ownPlaces } from './audit-pattern.js';
import { openMover, wholeTable, type Mover } from './mover.js';
import {
  costOf,
  meets,
  needsOf,
  type Need,
  type ProtectionPlan,
  type Witness,
} from './protection-plan.js';
import { isWhole } from './ranges.js';
import type { OpenProgram } from './solver.js';

/** A pattern in the making: what is suppressed, and tables that show what it protects. */
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
    const usable = draft.witnesses.filter(
      (witness) => ![...own].some((place) => witness.has(place)),
    );
    const search = searchFor(open, plan, own, draft.suppressed);
    for (const need of needsOf(plan, insider)) {
      if (usable.some((witness) => meets(witness, need))) continue;
      const witness = search.meet(need);
      if (!witness) continue;
      usable.push(witness);
      draft.witnesses.push(witness);
    }
    search.close();
  }
  return draft;
}

/** Meets needs in the eyes of one attacker, and suppresses what that takes. */
function searchFor(
  open: OpenProgram,
  plan: ProtectionPlan,
  own: ReadonlySet<number>,
  suppressed: Set<number>,
): Pick<Mover, 'meet' | 'close'> {
  const { table, never } = plan;
  const places = table.cells.flatMap((_cell, place) =>
    never.has(place) || own.has(place) ? [] : [place],
  );
  let opened: Mover | undefined;
  const openOne = (): Mover => {
    const mover = openMover(open, table, places, (place) => {
      const cell = table.cells[place];
      return !cell || suppressed.has(place) ? 0 : costOf(cell);
    });
    for (const place of suppressed) mover.allow(place, 'yes');
    return mover;
  };
  const zeros = places.filter((place) => table.cells[place]?.value === 0);
  const withZeros = (mover: Mover, need: Need): Witness | null => {
    const fixed = zeros.filter((place) => !suppressed.has(place));
    if (fixed.length === 0) return null;
    for (const place of fixed) mover.allow(place, 'yes');
    const witness = mover.meet(need);
    for (const place of fixed) mover.allow(place, 'unless zero');
    return witness;
  };
  const wholeOf = (mover: Mover, real: Witness, need: Need): Witness => {
    if (isWhole([...real.values()])) return real;
    const movable = [...suppressed, ...real.keys()].filter((place) => !own.has(place));
    return wholeTable(open, table, new Set(movable), need) ?? mover.meetWhole(need) ?? real;
  };
  return {
    meet: (need) => {
      const mover = (opened ??= openOne());
      const real = mover.meet(need) ?? withZeros(mover, need);
      const witness = real && wholeOf(mover, real, need);
      for (const place of witness?.keys() ?? []) {
        if (suppressed.has(place)) continue;
        suppressed.add(place);
        mover.price(place, 0);
        mover.allow(place, 'yes');
      }
      return witness;
    },
    close: () => opened?.close(),
  };
}
