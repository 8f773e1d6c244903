import { hiddenFrom } from './audit-pattern.js';
import type { Draft } from './add-secondaries.js';
import {
  costOf,
  meets,
  needsOf,
  type Need,
  type ProtectionPlan,
  type Witness,
} from './protection-plan.js';
import { isWhole, TOLERANCE, unknownsOf } from './ranges.js';
import type { OpenProgram, Program } from './solver.js';

const NODES = 50;

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
  if (views.some((view) => !view.begin(draft.witnesses))) return null;
  const suppressed = new Set(draft.suppressed);
  const costAt = (place: number): number => {
    const cell = plan.table.cells[place];
    return cell ? costOf(cell) : 0;
  };
  const secondaries = [...suppressed]
    .filter((place) => !plan.always.has(place))
    .sort((a, b) => costAt(b) - costAt(a) || a - b);
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
  return suppressed;
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
  const { cells, rows } = plan.table;
  const hidden = hiddenFrom(plan.table, draft.suppressed, insider);
  const { unknowns, columns } = unknownsOf(
    cells.map((cell) => cell.value),
    rows,
    hidden,
  );
  const places = [...columns.keys()];
  const [lower, upper] = [[...unknowns.lower], [...unknowns.upper]];
  let kept: Program | undefined;
  const bound = (column: number, least: number, most: number): void => {
    [lower[column], upper[column]] = [least, most];
    kept?.setBounds(column, least, most);
  };
  const witnessOf = (values: readonly number[]): Witness =>
    new Map(
      places.map((place, n) => [place, Math.round(values[n] ?? 0)] as const).filter(([, by]) => by),
    );
  const seek = ({ place, by }: Need): Witness | null => {
    const column = columns.get(place);
    if (column === undefined) return null;
    const linear = (kept ??= open({ lower, upper, rows: unknowns.rows }));
    const [least = 0, most = 0] = [lower[column], upper[column]];
    // No further than it must: it then moves fewer other cells.
    bound(column, Math.max(least, Math.min(by, 0)), Math.min(most, Math.max(by, 0)));
    linear.setCost(column, -Math.sign(by));
    const solution = linear.minimise();
    linear.setCost(column, 0);
    const reached =
      solution.kind === 'optimal' && Math.abs((solution.values[column] ?? 0) - by) <= TOLERANCE;
    let witness = reached && isWhole(solution.values) ? witnessOf(solution.values) : null;
    if (reached && !witness) {
      bound(column, by > 0 ? by : least, by > 0 ? most : by);
      const program = open({ lower, upper, rows: unknowns.rows, whole: { nodes: NODES } });
      const whole = program.minimise();
      program.close();
      witness = whole.kind === 'optimal' ? witnessOf(whole.values) : null;
    }
    bound(column, least, most);
    return witness;
  };
  const needs = needsOf(plan, insider);
  let met: readonly Witness[] = [];
  let next: readonly Witness[] = [];
  const meetAll = (given: (need: Need, n: number) => Witness | undefined): Witness[] | null => {
    const [found, fresh]: [Witness[], Witness[]] = [[], []];
    for (const [n, need] of needs.entries()) {
      const witness =
        given(need, n) ?? fresh.find((candidate) => meets(candidate, need)) ?? seek(need);
      if (!witness) return null;
      found.push(witness);
      fresh.push(witness);
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
      const column = columns.get(place);
      if (column === undefined || !met.some((witness) => witness.has(place))) return true;
      bound(column, 0, 0);
      const found = meetAll((_need, n) => {
        const witness = met[n];
        return witness?.has(place) ? undefined : witness;
      });
      next = found ?? met;
      return found !== null;
    },
    settle: (place, published) => {
      const column = columns.get(place);
      if (column === undefined) return;
      if (published) {
        met = next;
        bound(column, 0, 0);
      } else bound(column, 0 - (cells[place]?.value ?? 0), Number.POSITIVE_INFINITY);
    },
    close: () => kept?.close(),
  };
}
