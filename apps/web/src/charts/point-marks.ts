import { line } from 'd3-shape';
import { INK, type Frame } from './chart-frame.js';
import type { ChartEvent, ChartPoint, PointMark } from './chart-model.js';
import { element, group, place, shorter } from './svg.js';

/** By colour and by shape; never red, amber or green. Each stands out from white by 3 to 1 and more. */
const COLOURS: Readonly<Record<PointMark, string>> = {
  usual: '#505a5f',
  improvement: '#005ea5',
  concern: '#c2540a',
  neither: '#4c2c92',
};

/** One point: a circle, a square, a diamond or a triangle around its place, each of about the same area. */
export function shapeAt(mark: PointMark, x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number): string => `M${place(x + dx)},${place(y + dy)}`;
  const side = Math.round(radius * 2);
  const half = Math.round(radius * 1.7);
  switch (mark) {
    // A line of no length with round ends: the shortest way to write a dot.
    case 'usual':
      return `${at(0, 0)}h0`;
    case 'improvement':
      return `${at(-side / 2, -side / 2)}h${side}v${side}h-${side}z`;
    case 'concern':
      return `${at(0, -half)}l${half},${half}l-${half},${half}l-${half},-${half}z`;
    case 'neither':
      return `${at(0, -half)}l${half},${place(half * 1.8)}h-${half * 2}z`;
  }
}

/** All points of one kind; hollow where they are provisional. */
function shapes(
  { x, y, size }: Frame,
  mark: PointMark,
  points: readonly ChartPoint[],
): readonly string[] {
  return [false, true].flatMap((provisional) => {
    const of = points.filter((one) => one.mark === mark && one.isProvisional === provisional);
    if (of.length === 0) return [];
    const places = of.map(({ day, value }) => shapeAt(mark, x(day), y(value ?? 0), size.radius));
    const d = shorter(places.join(''));
    const named = { 'data-mark': mark, d };
    const colour = COLOURS[mark];
    if (mark !== 'usual')
      return [
        element('path', { ...named, stroke: colour, fill: provisional ? '#ffffff' : colour }),
      ];
    const dot = { stroke: colour, 'stroke-width': size.radius * 2, 'stroke-linecap': 'round' };
    return provisional
      ? [
          element('path', { ...named, ...dot }),
          element('path', { d, ...dot, stroke: '#ffffff', 'stroke-width': size.radius }),
        ]
      : [element('path', { ...named, ...dot })];
  });
}

/**
 * The points with a gap where a period is left out: where the next one starts about twice as far off as the nearest two
 * are apart. Months, terms and years vary by less. And where what is counted changed in between.
 */
function withGaps(
  points: readonly ChartPoint[],
  events: readonly ChartEvent[],
): readonly ChartPoint[] {
  const steps = points.slice(1).map(({ day }, index) => day - (points[index]?.day ?? day));
  const usual = Math.min(...steps);
  const breaks = events.filter(({ isBreak }) => isBreak).map(({ day }) => day);
  return points.flatMap((point, index) => {
    const next = points[index + 1]?.day ?? point.day;
    const isCut = breaks.some((day) => day > point.day && day <= next);
    return isCut || (steps[index] ?? 0) > 1.9 * usual
      ? [point, { ...point, value: null }]
      : [point];
  });
}

/** The line through the points, broken where one is missing; a point that stands alone is no line. */
export const linePath = (
  { x, y }: Frame,
  points: readonly ChartPoint[],
  events: readonly ChartEvent[],
): string =>
  line<ChartPoint>()
    .defined(({ value }) => value !== null)
    .x(({ day }) => place(x(day)))
    .y(({ value }) => place(y(value ?? 0)))(withGaps(points, events)) ?? '';

/** A cross at the foot of each period that nobody has sent. */
export const crossesPath = ({ x, bottom }: Frame, points: readonly ChartPoint[]): string =>
  points
    .filter(({ value, isMissing }) => value === null && isMissing)
    .map(({ day }) => `M${place(x(day) - 3)},${place(bottom - 9)}l6,6m0,-6l-6,6`)
    .join('');

/** The line, its points by shape and colour, and a cross at the foot where nobody has sent a figure. */
export function pointMarks(
  frame: Frame,
  points: readonly ChartPoint[],
  events: readonly ChartEvent[],
): string {
  const path = linePath(frame, points, events);
  const drawn = points.filter(({ value }) => value !== null);
  const marks = (['usual', 'improvement', 'concern', 'neither'] as const).flatMap((mark) =>
    shapes(frame, mark, drawn),
  );
  const crosses = crossesPath(frame, points);
  return (
    (path ? element('path', { d: shorter(path), fill: 'none', stroke: COLOURS.usual }) : '') +
    group({ 'stroke-width': 1.5 }, marks) +
    (crosses === '' ? '' : element('path', { d: crosses, stroke: INK, 'stroke-width': 1.5 }))
  );
}
