import loadHighs from 'highs';
import type { LinearSolver } from './solver.js';
import type { CountCell, Equation } from './types.js';

// Its declarations are those of a CommonJS module, its code that of an ES module.
const load = loadHighs as unknown as typeof loadHighs.default;

/** A solver of its own for a spec. */
export const solverForSpec = (): Promise<LinearSolver> => load();

export interface TableForSpec {
  readonly cells: readonly CountCell[];
  readonly equations: readonly Equation[];
}

/**
 * Councils by categories with every total: `counts` has one list per council, `groups` puts each council (by its place) under
 * an area; groups may cross. The national total is ENG.
 */
export function tableOf(
  counts: readonly (readonly number[])[],
  groups: Readonly<Record<string, readonly number[]>> = {},
): TableForSpec {
  const council = (n: number): string => `C${String(n + 1).padStart(2, '0')}`;
  const width = counts[0]?.length ?? 0;
  const everybody = counts.map((_row, n) => n);
  const areas = { ...groups, ENG: everybody };
  const categories = ['Total', ...Array.from({ length: width }, (_, k) => `K${k + 1}`)];
  const valueOf = (members: readonly number[], k: number): number =>
    members.reduce((sum, n) => {
      const row = counts[n] ?? [];
      return sum + (k === 0 ? row.reduce((a, b) => a + b, 0) : (row[k - 1] ?? 0));
    }, 0);
  const geos = [
    ...everybody.map((n) => [council(n), [n], 1] as const),
    ...Object.entries(areas).map(
      ([geo, members]) => [geo, members, geo === 'ENG' ? 4 : 2] as const,
    ),
  ];
  const cells = geos.flatMap(([geo, members, level]) =>
    categories.map((cat, k) => ({
      ...{ id: `${geo}|${cat}|n`, geo, cat, outcome: 'n', level },
      value: valueOf(members, k),
    })),
  );
  const across = Object.entries(areas).flatMap(([geo, members]) =>
    categories.map((cat) => ({
      total: `${geo}|${cat}|n`,
      parts: members.map((n) => `${council(n)}|${cat}|n`),
    })),
  );
  const within = geos.map(([geo]) => ({
    total: `${geo}|Total|n`,
    parts: categories.slice(1).map((cat) => `${geo}|${cat}|n`),
  }));
  return { cells, equations: counts.length === 0 ? [] : [...across, ...within] };
}

/** The cells with these ids suppressed and all others published. */
export const hiding = (cells: readonly CountCell[], ids: readonly string[]) =>
  cells.map((cell) => ({ ...cell, published: !ids.includes(cell.id) }));
