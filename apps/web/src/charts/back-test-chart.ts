import { scaleLinear } from 'd3-scale';
import { INK, QUIET } from './chart-frame.js';
import { element, escapeText, group, place, text } from './svg.js';

export type Stretch = {
  readonly kind: 'pending' | 'recovering' | 'firing' | 'no-data';
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
};

export type BackTestChart = {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly { readonly name: string; readonly stretches: readonly Stretch[] }[];
  readonly key: Readonly<Record<Stretch['kind'], string>>;
};

const WIDTH = 640;
const LEFT = 196;
const RIGHT = 12;
const ROW = 22;
const FONT = 13;
/** The letters of a name that there is room for. */
const MOST_LETTERS = 24;
const ORANGE = '#c2540a';
const BLUE = '#005ea5';
const GREY = '#505a5f';

/** What is told last lies on top. */
const ORDER = ['pending', 'recovering', 'no-data', 'firing'] as const;

/** A stretch by shape and pattern as well as colour, about the middle of its line. */
function mark(
  kind: Stretch['kind'],
  at: { x: number; width: number; y: number },
  id: string,
): string {
  const { x, y } = at;
  const width = Math.max(2, at.width);
  const box = (half: number) => ({ x, y: y - half, width, height: half * 2 });
  switch (kind) {
    case 'pending':
      return element('rect', { ...box(4), fill: '#ffffff', stroke: GREY });
    case 'recovering':
      return element('rect', { ...box(4), fill: `url(#${id}-stripes)`, stroke: BLUE });
    case 'firing':
      return element('rect', { ...box(7), fill: ORANGE });
    case 'no-data':
      return element('rect', {
        ...box(7),
        fill: '#ffffff',
        stroke: INK,
        'stroke-dasharray': '2 2',
      });
  }
}

/**
 * When alerts would have been open: one line a council, months along it. The same input gives the same bytes.
 */
export function drawBackTest(chart: BackTestChart): string {
  const { id, lines, key } = chart;
  const x = scaleLinear([chart.from, Math.max(chart.to, chart.from + 1)], [LEFT, WIDTH - RIGHT]);
  const keys = ORDER.map((kind, at) => {
    const y = 12 + at * 18;
    return mark(kind, { x: 4, width: 30, y }, id) + text(key[kind], { x: 44, y: y + 4, fill: INK });
  });
  const top = 12 + ORDER.length * 18 + 20;
  const bottom = top + lines.length * ROW;
  const years = yearsBetween(chart.from, chart.to).map(({ year, at }) => ({
    year,
    x: place(x(at)),
  }));
  const rows = lines.map(({ name, stretches }, row) => {
    const y = top + row * ROW + ROW / 2;
    const marks = ORDER.flatMap((kind) =>
      stretches
        .filter((one) => one.kind === kind)
        .map((one) => mark(kind, { x: x(one.from), width: x(one.to) - x(one.from), y }, id)),
    );
    const label = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;
    return (
      element('path', { d: `M${LEFT},${y}H${WIDTH - RIGHT}`, stroke: '#dbdbdb' }) +
      text(label, { x: LEFT - 8, y: y + FONT * 0.35, 'text-anchor': 'end' }) +
      marks.join('')
    );
  });
  return element(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${bottom + FONT * 2}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-size': FONT,
    },
    element('title', { id: `${id}-title` }, escapeText(chart.title)),
    element('desc', { id: `${id}-desc` }, escapeText(chart.description)),
    element(
      'pattern',
      {
        id: `${id}-stripes`,
        width: 5,
        height: 5,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      element('path', { d: 'M0,0h5v5h-5z', fill: '#ffffff' }),
      element('path', { d: 'M1,0v5', stroke: BLUE, 'stroke-width': 2 }),
    ),
    group({ fill: INK }, keys),
    element('path', {
      d: `M${LEFT},${bottom}H${WIDTH - RIGHT}${years.map((one) => `M${one.x},${top}V${bottom + 5}`).join('')}`,
      stroke: '#b1b4b6',
    }),
    group(
      { 'text-anchor': 'middle', fill: QUIET },
      years.map((one) => text(String(one.year), { x: one.x, y: bottom + FONT + 6 })),
    ),
    group({ fill: INK }, rows),
  );
}

/** Each January within a time. */
function yearsBetween(from: number, to: number): readonly { year: number; at: number }[] {
  const first = new Date(from).getUTCFullYear() + 1;
  const last = new Date(to).getUTCFullYear();
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => ({
    year: first + n,
    at: Date.UTC(first + n, 0, 1),
  }));
}
