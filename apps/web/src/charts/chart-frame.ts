import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Unit } from '#domain/metrics';
import { chartWords } from '../words/chart.words.js';
import type { ChartPoint } from './chart-model.js';
import type { ChartRange } from './chart-scale.js';
import { element, group, place, text } from './svg.js';

export const INK = '#0b0c0c';
export const QUIET = '#484949';

const SIZES = {
  wide: { width: 640, height: 270, font: 14, left: 52, right: 16, top: 34, radius: 3.5, wrap: 84 },
  small: { width: 320, height: 186, font: 12, left: 44, right: 12, top: 26, radius: 2.5, wrap: 50 },
} as const;
/** A chart without axes or letters: its scale stands in words beside it. */
const SPARK = {
  ...{ width: 240, height: 60, font: 0, left: 0, right: 0, top: 5, radius: 2.5, wrap: 0 },
} as const;
/** How wide the names of lines at their end are, by the size of their letters. */
const LABEL_WIDTH = 6.4;

export type ChartSize = keyof typeof SIZES;

/** Where things stand in a chart: scales, the size of letters and marks, and the edges of what is drawn. */
export type Frame = {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly size: (typeof SIZES)[ChartSize] | typeof SPARK;
  readonly bottom: number;
  /** Right edge of what is drawn; names of lines stand beyond it. */
  readonly right: number;
};

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });
const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });
/** Written out as long as there is room for it. */
const inUnit = (value: number, unit: Unit): string => {
  const number = (Math.abs(value) < 100_000 ? plain : compact).format(value);
  return unit === 'percent' ? `${number}%` : unit === 'pounds' ? `£${number}` : number;
};

export function frameOf(range: ChartRange, name: ChartSize): Frame {
  const size = SIZES[name];
  const bottom = size.height - size.font * 2;
  const { firstDay: first, lastDay: last } = range;
  const pad = first === last ? 15 : 0;
  const right = size.width - (range.isLabelled ? Math.ceil(size.font * LABEL_WIDTH) : size.right);
  return {
    size,
    bottom,
    right,
    x: scaleLinear([first - pad, last + pad], [size.left + 8, right - 8]),
    y: scaleLinear([range.bottom, range.top], [bottom, size.top]),
  };
}

/** Where things stand in a sparkline: the whole of its picture, with a little room for marks at the edges. */
export function sparkFrame({ firstDay, lastDay, bottom, top }: ChartRange): Frame {
  const { width, height, top: edge } = SPARK;
  const pad = firstDay === lastDay ? 15 : 0;
  return {
    size: SPARK,
    bottom: height - edge,
    right: width,
    x: scaleLinear([firstDay - pad, lastDay + pad], [edge, width - edge]),
    y: scaleLinear([bottom, top], [height - edge, edge]),
  };
}

/** Where things stand in a chart of shares by number of cases; the same edges as a wide one, and a line more beneath. */
export function casesFrame(most: number, [bottom, top]: readonly [number, number]): Frame {
  const size = SIZES.wide;
  const foot = size.height - size.font * 3;
  const right = size.width - size.right;
  return {
    ...{ size, bottom: foot, right },
    x: scaleLinear([0, most], [size.left + 8, right - 8]),
    y: scaleLinear([bottom, top], [foot, size.top]),
  };
}

/** Lines at round values with their numbers, whole ones for counts, and above them what the numbers are. */
export function valueMarks(
  { y, size, right }: Frame,
  unit: Unit,
  axis: string = chartWords.axis[unit],
): string {
  const ticks = y
    .ticks(size === SIZES.wide ? 4 : 3)
    .filter((tick) => unit !== 'count' || Number.isInteger(tick));
  const from = size.left;
  const grid = ticks.map((tick) => `M${from},${place(y(tick))}H${right}`).join('');
  const words = ticks.map((tick) =>
    text(inUnit(tick, unit), { x: size.left - 6, y: place(y(tick) + size.font * 0.35) }),
  );
  return (
    element('path', { d: grid, stroke: '#dbdbdb' }) +
    text(axis, { x: 4, y: size.font, fill: QUIET }) +
    group({ 'text-anchor': 'end', fill: QUIET }, words)
  );
}

/** The axis with years along it: each January of a monthly series, each year of a yearly one. */
export function timeAxis({ x, size, bottom, right }: Frame, points: readonly ChartPoint[]): string {
  const years = new Map<string, number>();
  for (const { day, label } of points) {
    const year = /\d{4}/.exec(label)?.[0] ?? label;
    if (!years.has(year)) years.set(year, day);
  }
  const places = [...years].map(([year, day]) => ({ year, at: place(x(day)) }));
  const ticks = places.map(({ at }) => `M${at},${bottom}v5`);
  const axis = `M${size.left},${bottom}H${right}${ticks.join('')}`;
  const words = places.map(({ year, at }) => {
    const isLast = at + size.font * 1.2 > size.width;
    const below = { x: at, y: bottom + size.font + 6 };
    return text(year, isLast ? { ...below, 'text-anchor': 'end' } : below);
  });
  return (
    element('path', { d: axis, stroke: INK }) +
    group({ 'text-anchor': 'middle', fill: QUIET }, words)
  );
}
