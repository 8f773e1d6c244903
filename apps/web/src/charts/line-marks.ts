import { readingWords } from '../words/reading.words.js';
import { INK, QUIET, type Frame } from './chart-frame.js';
import type { ChartEvent, ChartPoint, PlanStep, PointLimits } from './chart-model.js';
import { chartWords } from '../words/chart.words.js';
import { element, group, place, text } from './svg.js';

const BAND = '#dbe7f2';

/** A value at its height, or at the edge where it lies beyond. */
const heightOf = ({ y }: Frame, value: number): number => {
  const [lowest = 0, highest = 0] = y.domain();
  return y(Math.max(lowest, Math.min(highest, value)));
};

type Limited = ChartPoint & { readonly limits: PointLimits };
const isLimited = (point: ChartPoint): point is Limited => point.limits !== null;

/** Points with limits, in stretches of one set of limits. */
function stretches(points: readonly ChartPoint[]): readonly (readonly Limited[])[] {
  const found: Limited[][] = [];
  for (const point of points.filter(isLimited)) {
    const last = found.at(-1);
    if (last?.[0]?.limits.group === point.limits.group) last.push(point);
    else found.push([point]);
  }
  return found;
}

/** One line over a stretch: level as long as the value stays, a step half way between two points where it changes. */
function levels(frame: Frame, stretch: readonly Limited[], which: keyof PointLimits): string {
  let at = NaN;
  const path = stretch.map((point, index) => {
    const height = place(heightOf(frame, point.limits[which]));
    const before = stretch[index - 1];
    if (height === at) return '';
    at = height;
    if (!before) return `M${place(frame.x(point.day))},${height}`;
    return `H${place((frame.x(before.day) + frame.x(point.day)) / 2)}V${height}`;
  });
  const end = stretch.at(-1);
  return end ? `${path.join('')}H${place(frame.x(end.day))}` : '';
}

/** The paths of centre and process limits of every stretch; null where there are none. */
export function limitPaths(
  frame: Frame,
  points: readonly ChartPoint[],
): { readonly centre: string; readonly limits: string } | null {
  const all = stretches(points);
  if (all.length === 0) return null;
  return {
    centre: all.map((stretch) => levels(frame, stretch, 'centre')).join(''),
    limits: all
      .map((stretch) => levels(frame, stretch, 'lower') + levels(frame, stretch, 'upper'))
      .join(''),
  };
}

/** Centre and process limits of every stretch: the centre solid, the limits dashed. */
export function limitMarks(frame: Frame, points: readonly ChartPoint[]): string {
  const paths = limitPaths(frame, points);
  if (!paths) return '';
  const { centre, limits } = paths;
  return group({ fill: 'none', stroke: QUIET }, [
    element('path', { d: centre }),
    element('path', { d: limits, 'stroke-dasharray': '6 4' }),
  ]);
}

/** Whether a limit lies where no figure can be, so that the picture shows its edge instead. */
export function isCut({ y }: Frame, points: readonly ChartPoint[]): boolean {
  const [lowest = 0, highest = 0] = y.domain();
  return points.some(
    ({ limits }) => limits !== null && (limits.lower < lowest || limits.upper > highest),
  );
}

/** An agreed plan: one path for the band that is still near it and one for its line, however many levels it has. */
export function planMarks(frame: Frame, plan: readonly PlanStep[]): string {
  if (plan.length === 0) return '';
  const { x } = frame;
  const steps = plan.map(({ fromDay, toDay, value, tolerance }) => {
    const [x1, x2] = [x(fromDay), Math.max(x(toDay), x(fromDay) + 1)].map(place);
    const [top, bottom] = [value + tolerance, value - tolerance].map((edge) =>
      place(heightOf(frame, edge)),
    );
    return {
      band: `M${x1},${top}H${x2}V${bottom}H${x1}Z`,
      line: `M${x1},${place(heightOf(frame, value))}H${x2}`,
    };
  });
  const dash = { stroke: INK, 'stroke-width': 2, 'stroke-dasharray': '2 3', fill: 'none' };
  return (
    element('path', {
      'data-plan': 'band',
      d: steps.map(({ band }) => band).join(''),
      fill: BAND,
    }) +
    element('path', { 'data-plan': 'line', d: steps.map(({ line }) => line).join(''), ...dash })
  );
}

/** Labels moved apart so that none covers another, each as near to its own height as that allows. */
export function apart<T extends { readonly height: number }>(
  labels: readonly T[],
  { least, from, to }: { readonly least: number; readonly from: number; readonly to: number },
): readonly (Omit<T, 'height'> & { readonly height: number })[] {
  const placed: (Omit<T, 'height'> & { height: number })[] = [];
  for (const label of labels.toSorted((a, b) => a.height - b.height)) {
    const above = placed.at(-1)?.height ?? from - least;
    placed.push({ ...label, height: Math.max(label.height, above + least) });
  }
  let below = to + least;
  for (const label of placed.toReversed()) {
    label.height = Math.min(label.height, below - least);
    below = label.height;
  }
  return placed;
}

/** The names of the lines, at their right end. */
export function lineLabels(
  frame: Frame,
  points: readonly ChartPoint[],
  plan: readonly PlanStep[],
): string {
  const { size, right, bottom } = frame;
  const newest = points.findLast(isLimited)?.limits;
  const { image } = readingWords;
  const asked = plan.at(-1);
  const labels = [
    ...(newest
      ? [
          { words: image.upper, height: heightOf(frame, newest.upper) },
          { words: image.centre, height: heightOf(frame, newest.centre) },
          { words: image.lower, height: heightOf(frame, newest.lower) },
        ]
      : []),
    ...(asked ? [{ words: chartWords.plan, height: heightOf(frame, asked.value) }] : []),
  ];
  const placed = apart(labels, { least: size.font + 1, from: size.top, to: bottom });
  return group(
    { fill: INK },
    placed.map(({ words, height }) =>
      text(words, { x: right + 1, y: place(height + size.font * 0.35) }),
    ),
  );
}

/** What happened, as upright lines, with numbers where there is room; a change of definition is a full line. */
export function eventMarks(
  { x, size, bottom }: Frame,
  events: readonly ChartEvent[],
  isSmall: boolean,
): string {
  const lineAt = (of: readonly ChartEvent[]): string =>
    of.map(({ day }) => `M${place(x(day))},${size.top}V${bottom}`).join('');
  const breaks = events.filter(({ isBreak }) => isBreak);
  const reforms = events.filter(({ isBreak }) => !isBreak);
  const numbers = isSmall
    ? []
    : events.map(({ day, number }) => text(String(number), { x: place(x(day)), y: size.top - 3 }));
  return (
    (breaks.length > 0
      ? element('path', { d: lineAt(breaks), stroke: INK, 'stroke-width': 2 })
      : '') +
    (reforms.length > 0
      ? element('path', { d: lineAt(reforms), stroke: QUIET, 'stroke-dasharray': '1 4' })
      : '') +
    group({ 'text-anchor': 'middle', fill: INK }, numbers)
  );
}
