import loadHighs from 'highs';
import { auditDisclosure, protect, type CountCell, type Equation } from '#statistics/disclosure';
import { say, seconds } from './bench.js';

// Its declarations are those of a CommonJS module, its code that of an ES module.
const load = loadHighs as unknown as typeof loadHighs.default;

type Shape = { readonly councils: number; readonly partnerships: number; readonly regions: number };
type Table = { readonly cells: readonly CountCell[]; readonly equations: readonly Equation[] };

const REFERENCE: Shape = { councils: 32, partnerships: 9, regions: 9 };
const CATEGORIES = 5;

/** Pattern and audit of the reference table, and how both grow with councils and with cells. */
export async function disclosureSpeed(): Promise<void> {
  const solver = await load();
  await measure('warm-up', tableOf(REFERENCE, CATEGORIES), solver);
  for (const [name, shape, categories] of [
    ['32 councils, 9 partnerships, 9 regions, 5 categories', REFERENCE, CATEGORIES],
    ['16 councils', { ...REFERENCE, councils: 16 }, CATEGORIES],
    ['64 councils', { ...REFERENCE, councils: 64 }, CATEGORIES],
    ['32 councils, 10 categories', REFERENCE, 10],
  ] as const)
    await measure(name, tableOf(shape, categories), solver);
  say(`solver memory ${Math.round(solver.memoryBytes / 1e6)} MB`);
}

async function measure(
  name: string,
  { cells, equations }: Table,
  solver: Awaited<ReturnType<typeof load>>,
): Promise<void> {
  const options = { suppressMax: 5, neverSuppress: ['ENG|Total|n'] };
  let hidden = new Set<string>();
  let primaries = 0;
  const pattern = await seconds(() => {
    const answer = protect({ options, cells, equations }, solver);
    if ('error' in answer || !answer.safe) throw new Error('no pattern');
    hidden = new Set(answer.suppressed);
    primaries = answer.nPrimaries;
    return Promise.resolve();
  });
  const shown = cells.map((cell) => ({ ...cell, published: !hidden.has(cell.id) }));
  const audit = await seconds(() => {
    const answer = auditDisclosure(
      { options: { suppressMax: 5 }, cells: shown, equations },
      solver,
    );
    if ('error' in answer || !answer.safe) throw new Error('not safe');
    return Promise.resolve();
  });
  say(
    `disclosure, ${name}: ${cells.length} cells, ${primaries} primaries, ${hidden.size} suppressed; pattern ${pattern.toFixed(2)} s, audit (${2 * hidden.size} linear programs) ${audit.toFixed(2)} s`,
  );
}

/** Counts that differ by council and thin out over the categories; the same at every run. */
function countOf(council: number, category: number): number {
  const size = 12 + ((council * 7919) % 61);
  const share = [1, 0.6, 0.4, 0.2, 0.12][category % 5] ?? 1;
  return Math.floor(size * share * (0.35 + ((council * 31 + category * 17) % 23) / 17));
}

function tableOf({ councils, partnerships, regions }: Shape, categories: number): Table {
  const everybody = Array.from({ length: councils }, (_, n) => n);
  const group = (prefix: string, of: number, level: number) =>
    Array.from({ length: of }, (_, g) => ({
      ...{ geo: `${prefix}${g + 1}`, level },
      members: everybody.filter(
        (n) => (level === 2 ? n % of : Math.floor((n * of) / councils)) === g,
      ),
    }));
  const areas = [
    ...group('P', partnerships, 2),
    ...group('R', regions, 3),
    { geo: 'ENG', level: 4, members: everybody },
  ];
  const geos = [...everybody.map((n) => ({ geo: `C${n}`, level: 1, members: [n] })), ...areas];
  const names = ['Total', ...Array.from({ length: categories }, (_, k) => `K${k}`)];
  const counted = (members: readonly number[], k: number): number =>
    members.reduce((sum, n) => sum + countOf(n, k), 0);
  const cells = geos.flatMap(({ geo, level, members }) =>
    names.map((cat, at) => ({
      ...{ id: `${geo}|${cat}|n`, geo, cat, outcome: 'n', level },
      value: names
        .slice(1)
        .map((_name, k) => (at === 0 || at === k + 1 ? counted(members, k) : 0))
        .reduce((a, b) => a + b, 0),
    })),
  );
  const across = areas.flatMap(({ geo, members }) =>
    names.map((cat) => ({
      total: `${geo}|${cat}|n`,
      parts: members.map((n) => `C${n}|${cat}|n`),
    })),
  );
  const within = geos.map(({ geo }) => ({
    total: `${geo}|Total|n`,
    parts: names.slice(1).map((cat) => `${geo}|${cat}|n`),
  }));
  return { cells, equations: [...across, ...within] };
}
