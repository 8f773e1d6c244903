import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Unit } from '#domain/metrics';
import { chartWords } from '../words/chart.words.js';
import type { ChartPoint, PlanStep } from './chart-model.js';
import type { ChartRange } from './chart-scale.js';
import { element, escapeText, round, text } from './svg.js';
import { wrapLabels } from './wrap-labels.js';

export type SeriesChart = {
  /** Unique on its page. */
  readonly id: string;
  /** The finding, in a sentence. */
  readonly title: string;
  /** What is drawn, for those who cannot see it. */
  readonly description: string;
  readonly unit: Unit;
  readonly points: readonly ChartPoint[];
  readonly plan: readonly PlanStep[];
  readonly range: ChartRange;
  /** Said inside the image: demonstration, not official statistics, pre-publication. */
  readonly labels: readonly string[];
  readonly size: 'wide' | 'small';
};

const INK = '#0b0c0c';
const QUIET = '#484949';
const LINE = '#1d70b8';
const BAND = '#dbe7f2';
const SIZES = {
  wide: { width: 640, height: 270, font: 14, left: 52, right: 16, top: 34, radius: 3.5, wrap: 84 },
  small: { width: 320, height: 186, font: 12, left: 44, right: 12, top: 26, radius: 2.5, wrap: 50 },
} as const;
type Size = (typeof SIZES)[SeriesChart['size']];

type Frame = {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly size: Size;
  readonly bottom: number;
};

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });
const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });
/** Written out as long as there is room for it. */
const inUnit = (value: number, unit: Unit): string => {
  const number = (Math.abs(value) < 100_000 ? plain : compact).format(value);
  return unit === 'percent' ? `${number}%` : unit === 'pounds' ? `£${number}` : number;
};

function frameOf({ range, size: name }: SeriesChart): Frame {
  const size = SIZES[name];
  const bottom = size.height - size.font * 2;
  const { firstDay: first, lastDay: last } = range;
  const pad = first === last ? 15 : 0;
  return {
    size,
    bottom,
    x: scaleLinear([first - pad, last + pad], [size.left + 8, size.width - size.right - 8]),
    y: scaleLinear([range.bottom, range.top], [bottom, size.top]),
  };
}

/** Elements that share what is said once on their group. */
const group = (attributes: Readonly<Record<string, string | number>>, marks: readonly string[]) =>
  marks.length === 0 ? '' : element('g', attributes, ...marks);

/** Lines at round values with their numbers, whole ones for counts, and above them what the numbers are. */
function valueMarks({ y, size, bottom }: Frame, unit: Unit): string {
  const ticks = y
    .ticks(size === SIZES.wide ? 4 : 3)
    .filter((tick) => unit !== 'count' || Number.isInteger(tick));
  const [from, to] = [size.left, size.width - size.right];
  const grid = ticks.map((tick) => `M${from},${round(y(tick))}H${to}`).join('');
  const words = ticks.map((tick) =>
    text(inUnit(tick, unit), { x: size.left - 6, y: y(tick) + size.font * 0.35 }),
  );
  return (
    element('path', { d: grid, stroke: '#cecece' }) +
    element('path', { d: `M${from},${bottom}H${to}`, stroke: INK }) +
    text(chartWords.axis[unit], { x: 4, y: size.font, fill: QUIET }) +
    group({ 'text-anchor': 'end', fill: QUIET }, words)
  );
}

/** Years along the bottom: each January of a monthly series, each year of a yearly one. */
function timeAxis({ x, size, bottom }: Frame, points: readonly ChartPoint[]): string {
  const years = new Map<string, number>();
  for (const { day, label } of points) {
    const year = /\d{4}/.exec(label)?.[0] ?? label;
    if (!years.has(year)) years.set(year, day);
  }
  const places = [...years].map(([year, day]) => ({ year, at: round(x(day)) }));
  const ticks = places.map(({ at }) => `M${at},${bottom}v5`).join('');
  const words = places.map(({ year, at }) => {
    const isLast = at + size.font * 1.2 > size.width;
    const place = { x: at, y: bottom + size.font + 6 };
    return text(year, isLast ? { ...place, 'text-anchor': 'end' } : place);
  });
  return (
    element('path', { d: ticks, stroke: INK }) +
    group({ 'text-anchor': 'middle', fill: QUIET }, words)
  );
}

function planMarks({ x, y }: Frame, plan: readonly PlanStep[]): string {
  const [lowest, highest] = y.domain() as [number, number];
  const within = (value: number): number => y(Math.max(lowest, Math.min(highest, value)));
  const marks = plan.map(({ fromDay, toDay, value, tolerance }) => {
    const [x1, x2] = [x(fromDay), Math.max(x(toDay), x(fromDay) + 1)];
    const top = within(value + tolerance);
    const band = { x: x1, y: top, width: x2 - x1, height: within(value - tolerance) - top };
    const at = within(value);
    const dash = { stroke: INK, 'stroke-width': 1.5, 'stroke-dasharray': '5 3' };
    return (
      element('rect', { ...band, fill: BAND }) +
      element('line', { x1, x2, y1: at, y2: at, ...dash })
    );
  });
  return marks.join('');
}

/** The name of the plan, on the side of its line where the newest figure is not. */
function planLabel({ y, size }: Frame, { plan, points }: SeriesChart): string {
  const asked = plan.at(-1);
  if (!asked) return '';
  const newest = points.findLast(({ value }) => value !== null)?.value ?? null;
  const isBelow = newest !== null && newest >= asked.value;
  return text(chartWords.plan, {
    x: size.width - size.right,
    y: y(asked.value) + (isBelow ? size.font + 2 : -5),
    'text-anchor': 'end',
    fill: INK,
    stroke: '#ffffff',
    'stroke-width': 3,
    'paint-order': 'stroke',
  });
}

/**
 * The points with a gap where a period is left out: where the next one starts about twice as far off as the nearest two
 * are apart. Months, terms and years vary by less.
 */
function withGaps(points: readonly ChartPoint[]): readonly ChartPoint[] {
  const steps = points.slice(1).map(({ day }, index) => day - (points[index]?.day ?? day));
  const usual = Math.min(...steps);
  return points.flatMap((point, index) =>
    (steps[index] ?? 0) > 1.9 * usual ? [point, { ...point, value: null }] : [point],
  );
}

function seriesMarks({ x, y, size, bottom }: Frame, points: readonly ChartPoint[]): string {
  const path = line<ChartPoint>()
    .defined(({ value }) => value !== null)
    .x(({ day }) => round(x(day)))
    .y(({ value }) => round(y(value ?? 0)))(withGaps(points));
  const dots = (provisional: boolean): readonly string[] =>
    points
      .filter(({ value, isProvisional }) => value !== null && isProvisional === provisional)
      .map(({ day, value }) =>
        element('circle', { cx: x(day), cy: y(value ?? 0), r: size.radius }),
      );
  const crosses = points
    .filter(({ value, isMissing }) => value === null && isMissing)
    .map(({ day }) => `M${round(x(day) - 3)},${round(bottom - 9)}l6,6m0,-6l-6,6`);
  return (
    group({ stroke: LINE, 'stroke-width': 1.5 }, [
      ...(path ? [element('path', { d: path, fill: 'none' })] : []),
      group({ fill: LINE }, dots(false)),
      group({ fill: '#ffffff' }, dots(true)),
    ]) +
    (crosses.length > 0
      ? element('path', { d: crosses.join(''), stroke: INK, 'stroke-width': 1.5 })
      : '')
  );
}

function keyOf(points: readonly ChartPoint[]): readonly string[] {
  return [
    ...(points.some(({ isProvisional, value }) => isProvisional && value !== null)
      ? [chartWords.provisionalKey]
      : []),
    ...(points.some(({ isMissing }) => isMissing) ? [chartWords.gapKey] : []),
  ];
}

/**
 * A series as an image of its own: the points with gaps where there is no figure, hollow where provisional, the agreed
 * plan with its band, and the labels that must never be cut off from it. The same input gives the same bytes.
 */
export function drawSeriesChart(chart: SeriesChart): string {
  const frame = frameOf(chart);
  const { size, bottom } = frame;
  const lines = wrapLabels([...keyOf(chart.points), ...chart.labels], size.wrap);
  const height = bottom + size.font * 2 + lines.length * size.font * 1.3 + 4;
  const labels = lines.map((words, index) =>
    text(words, { x: 4, y: bottom + size.font * (2.7 + index * 1.3) }),
  );
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${size.width} ${Math.ceil(height)}`,
      role: 'img',
      'aria-labelledby': `${chart.id}-title ${chart.id}-desc`,
      'font-family': 'arial, sans-serif',
      'font-size': size.font,
    },
    element('title', { id: `${chart.id}-title` }, escapeText(chart.title)),
    element('desc', { id: `${chart.id}-desc` }, escapeText(chart.description)),
    valueMarks(frame, chart.unit),
    planMarks(frame, chart.plan),
    timeAxis(frame, chart.points),
    seriesMarks(frame, chart.points),
    planLabel(frame, chart),
    group({ fill: INK }, labels),
  );
}
