import type { Draft } from './add-secondaries.js';
import { hiddenFrom } from './audit-pattern.js';
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

/**
 * Publishes again, dearest first, each secondary without which every need is still met in the eyes of every attacker. Each
 * need keeps a table that meets it; only the needs whose table moves the cell are looked at again. Null: some need was not
 * met to begin with.
 */
export function republish(
  open: OpenProgram,
  plan: ProtectionPlan,
  draft: Draft,
): ReadonlySet<number> | null {
  const views = plan.attackers.map((insider) => viewOf(open, plan, draft, insider));
  const begun = views.every((view) => view.begin(draft.witnesses));
  const suppressed = new Set(draft.suppressed);
  const secondaries = [...suppressed]
    .filter((place) => begun && !plan.always.has(place))
    .sort((a, b) => costAt(plan, b) - costAt(plan, a) || a - b);
  for (const place of secondaries) {
    const tried: View[] = [];
    const possible = views.every((view) => {
      tried.push(view);
      return view.without(place);
    });
    for (const view of tried) view.settle(place, possible);
    if (possible) suppressed.delete(place);
  }
  for (const view of views) view.close();
  return begun ? suppressed : null;
}

function costAt(plan: ProtectionPlan, place: number): number {
  const cell = plan.table.cells[place];
  return cell ? costOf(cell) : 0;
}

/** One attacker's view of the pattern while cells are being published again. */
interface View {
  /** Finds a table for every need, among those given first. */
  readonly begin: (witnesses: readonly Witness[]) => boolean;
  /** Can every need be met with this cell published? */
  readonly without: (place: number) => boolean;
  /** Keeps the cell published, or suppressed as it was. */
  readonly settle: (place: number, published: boolean) => void;
  readonly close: () => void;
}

function viewOf(
  open: OpenProgram,
  plan: ProtectionPlan,
  draft: Draft,
  insider: string | null,
): View {
  const { table, always } = plan;
  const hiddenAtFirst = hiddenFrom(table, draft.suppressed, insider);
  const hidden = new Set(hiddenAtFirst);
  let opened: Mover | undefined;
  const openOne = (): Mover => {
    // What stays suppressed moves for nothing, so that tables lean little on what could be published.
    const mover = openMover(open, table, [...hiddenAtFirst], (place) =>
      always.has(place) ? 0 : costAt(plan, place),
    );
    for (const place of hiddenAtFirst) mover.allow(place, hidden.has(place) ? 'yes' : 'no');
    return mover;
  };
  const seek = (need: Need): Witness | null => {
    const real = (opened ??= openOne()).meet(need);
    return !real || isWhole([...real.values()]) ? real : wholeTable(open, table, hidden, need);
  };
  const needs = needsOf(plan, insider);
  let met: readonly Witness[] = [];
  let next: readonly Witness[] = [];
  const meetAll = (
    given: (need: Need, n: number) => Witness | undefined,
  ): readonly Witness[] | null => {
    const found: Witness[] = [];
    const fresh: Witness[] = [];
    for (const [n, need] of needs.entries()) {
      const old = given(need, n) ?? fresh.find((witness) => meets(witness, need));
      const witness = old ?? seek(need);
      if (!witness) return null;
      found.push(witness);
      if (!old) fresh.push(witness);
    }
    return found;
  };
  return {
    begin: (witnesses) => {
      const usable = witnesses.filter((witness) =>
        [...witness].every(([place, by]) => hidden.has(place) && Number.isInteger(by)),
      );
      const found = meetAll((need) => usable.find((witness) => meets(witness, need)));
      met = found ?? [];
      return found !== null;
    },
    without: (place) => {
      next = met;
      if (!hidden.has(place)) return true;
      hidden.delete(place);
      opened?.allow(place, 'no');
      const found = meetAll((_need, n) => (met[n]?.has(place) ? undefined : met[n]));
      next = found ?? met;
      return found !== null;
    },
    settle: (place, published) => {
      if (published) met = next;
      if (published || !hiddenAtFirst.has(place)) return;
      hidden.add(place);
      opened?.allow(place, 'yes');
    },
    close: () => opened?.close(),
  };
}
