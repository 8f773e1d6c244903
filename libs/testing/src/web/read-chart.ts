import type { CheerioAPI } from 'cheerio';

type Place = { readonly x: number; readonly y: number };

/** Where each command leads from a place, by its numbers; `m` and `l` may have several pairs of them. */
const STEPS: Readonly<Record<string, (from: Place, numbers: readonly number[]) => Place[]>> = {
  h: ({ x, y }, [dx = 0]) => [{ x: x + dx, y }],
  v: ({ x, y }, [dy = 0]) => [{ x, y: y + dy }],
  H: ({ y }, [x = 0]) => [{ x, y }],
  V: ({ x }, [y = 0]) => [{ x, y }],
  l: (from, numbers) => pairs(numbers, from),
  m: (from, numbers) => pairs(numbers, from),
  L: (_, numbers) => pairs(numbers, null),
  M: (_, numbers) => pairs(numbers, null),
};

/** Places in a row: as they are written, or each told from the one before. */
function pairs(numbers: readonly number[], from: Place | null): Place[] {
  const found: Place[] = [];
  for (let n = 0; n + 1 < numbers.length; n += 2) {
    const before = from === null ? { x: 0, y: 0 } : (found.at(-1) ?? from);
    found.push({ x: before.x + (numbers[n] ?? 0), y: before.y + (numbers[n + 1] ?? 0) });
  }
  return found;
}

/** The corners of each part of a path. */
function partsOfPath(d: string): readonly (readonly Place[])[] {
  const parts: Place[][] = [];
  let at: Place = { x: 0, y: 0 };
  for (const [, command = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    if (/m/i.test(command)) parts.push([]);
    const numbers = (rest.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    const places = STEPS[command]?.(at, numbers) ?? [];
    parts.at(-1)?.push(...places);
    at = /z/i.test(command) ? (parts.at(-1)?.[0] ?? at) : (places.at(-1) ?? at);
  }
  return parts;
}

/** The middle of what a part of a path encloses. */
const middleOf = (part: readonly Place[]): Place => {
  const half = (of: readonly number[]): number => (Math.min(...of) + Math.max(...of)) / 2;
  return { x: half(part.map(({ x }) => x)), y: half(part.map(({ y }) => y)) };
};

/** A number as a page writes it; null where it writes none. */
export const numberIn = (words: string): number | null => {
  const found = /-?£?\d[\d,]*(\.\d+)?/.exec(words);
  return found ? Number(found[0].replaceAll(/[£,]/g, '')) : null;
};

type Scale = { readonly valueAt: (at: number) => number; readonly pixel: number };

/** A scale from places whose values are written beside them. `pixel`: what one unit of the drawing is worth. */
function scaleFrom(ticks: readonly (readonly [at: number, value: number])[]): Scale {
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (!first || !last || first[0] === last[0]) throw new Error('no two ticks to read a scale from');
  const each = (last[1] - first[1]) / (last[0] - first[0]);
  return { valueAt: (at) => first[1] + (at - first[0]) * each, pixel: Math.abs(each) };
}

export type ReadMark = {
  readonly x: number;
  readonly value: number;
  /** What the shape says: `usual`, `concern`, `above` … */
  readonly mark: string;
};

/** What a chart's own axis says of heights: its lines, and the numbers written at them. */
function heightsOf($: CheerioAPI, chart: string): Scale {
  const lines = partsOfPath($(`${chart} path[stroke="#dbdbdb"]`).attr('d') ?? '');
  const numbers = $(`${chart} g[text-anchor=end]`)
    .first()
    .find('text')
    .toArray()
    .map((one) => numberIn($(one).text()) ?? NaN);
  return scaleFrom(lines.map((line, index) => [line[0]?.y ?? NaN, numbers[index] ?? NaN]));
}

/** The marks of a chart from left to right, their values read back from where they stand. */
function marksOf($: CheerioAPI, chart: string, heights: Scale): readonly ReadMark[] {
  return $(`${chart} path[data-mark]`)
    .toArray()
    .flatMap((path) =>
      partsOfPath($(path).attr('d') ?? '').map((part) => {
        const { x, y } = middleOf(part);
        return { x, value: heights.valueAt(y), mark: $(path).attr('data-mark') ?? '' };
      }),
    )
    .sort((a, b) => a.x - b.x);
}

/** A chart in order of time as it was drawn: a value for each point, null for a cross; and what a unit of the drawing is worth. */
export function readSeriesChart($: CheerioAPI, chart: string) {
  const heights = heightsOf($, chart);
  const crosses = $(`${chart} path[d*="m0,-6l-6,6"]`)
    .toArray()
    .flatMap((path) => ($(path).attr('d') ?? '').match(/M[^M]+/g) ?? [])
    .map((cross) => ({ x: partsOfPath(cross)[0]?.[0]?.x ?? NaN, value: null, mark: 'missing' }));
  const points = [...marksOf($, chart, heights), ...crosses].sort((a, b) => a.x - b.x);
  return { points, pixel: heights.pixel };
}

/** The edge of a small picture that its scale leaves free, and its height. */
const SPARK = { edge: 5, height: 60 };

/** A small picture, its values read back by the foot and the head that its page says; one list for each stretch of its line. */
export function readSparkline(
  $: CheerioAPI,
  picture: string,
  { foot, head }: { readonly foot: number; readonly head: number },
) {
  const heights = scaleFrom([
    [SPARK.height - SPARK.edge, foot],
    [SPARK.edge, head],
  ]);
  const of = (name: string) => partsOfPath($(`${picture} path.${name}`).attr('d') ?? '');
  return {
    stretches: of('line').map((part) => part.map(({ y }) => heights.valueAt(y))),
    shapes: (name: string) => of(name).map((part) => heights.valueAt(middleOf(part).y)),
    crosses: ($(`${picture} path.missing`).attr('d')?.match(/M/g) ?? []).length,
    pixel: heights.pixel,
  };
}

/** A funnel as it was drawn: shares and cases of each mark, read back by its two axes. */
export function readFunnel($: CheerioAPI, chart: string) {
  const heights = heightsOf($, chart);
  const ticks = $(`${chart} g[text-anchor=middle] text`)
    .toArray()
    .map((one) => [Number($(one).attr('x')), numberIn($(one).text()) ?? NaN] as const);
  const widths = scaleFrom(ticks);
  const points = marksOf($, chart, heights).map(({ x, value, mark }) => ({
    ...{ share: value, mark },
    cases: widths.valueAt(x),
  }));
  return { points, pixel: { share: heights.pixel, cases: widths.pixel } };
}
