import { funnelWords } from '../words/funnel.words.js';
import type { ChartBody } from './chart-body.js';
import { casesFrame, INK, QUIET, valueMarks, type Frame } from './chart-frame.js';
import { valueAxis } from './chart-scale.js';
import { apart } from './line-marks.js';
import { element, group, place, shorter, text } from './svg.js';
import { wrapLabels } from './wrap-labels.js';

/** A council in a funnel: its share in per cent, and whether it lies beyond the 99.8% limits. */
export type FunnelPoint = {
  readonly name: string;
  readonly cases: number;
  readonly share: number;
  readonly outside: 'above' | 'below' | null;
};

/** Limits at a number of cases, in per cent. */
export type FunnelLimit = {
  readonly cases: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
};

export type FunnelChart = {
  readonly points: readonly FunnelPoint[];
  /** By cases, fewest first. */
  readonly limits: readonly FunnelLimit[];
  /** All councils together, in per cent. */
  readonly centre: number;
  /** Said inside the image. */
  readonly labels: readonly string[];
};

/** More names than this would cover one another: then they stand in the table alone. */
export const MOST_NAMED = 12;
const USUAL = '#505a5f';
const UNUSUAL = '#4c2c92';
const RADIUS = 3;
/** How far the names of points are away from them. */
const BESIDE = 9;

/** The scales of a funnel: cases from 0 to the most of any council, shares by `valueAxis`. */
function funnelFrame({ points, limits }: Pick<FunnelChart, 'points' | 'limits'>): Frame {
  const most = Math.max(1, ...points.map(({ cases }) => cases));
  const shares = points.map(({ share }) => share);
  const highest = Math.max(...shares, ...limits.map(({ upper998 }) => upper998));
  return casesFrame(most, valueAxis('percent', 0, highest));
}

const curve = ({ x, y }: Frame, limits: readonly FunnelLimit[], of: keyof FunnelLimit): string =>
  limits
    .map((limit, at) => `${at === 0 ? 'M' : 'L'}${place(x(limit.cases))},${place(y(limit[of]))}`)
    .join('');

/** All councils together as a line, the 99.8% limits dashed, the 95% limits dotted. */
function curves(frame: Frame, { limits, centre }: FunnelChart): string {
  const { x, y } = frame;
  const [first, last] = [limits[0], limits.at(-1)];
  if (!first || !last) return '';
  const level = `M${place(x(first.cases))},${place(y(centre))}H${place(x(last.cases))}`;
  const both = (...of: readonly (keyof FunnelLimit)[]): string =>
    of.map((one) => shorter(curve(frame, limits, one))).join('');
  return group({ fill: 'none', stroke: QUIET }, [
    element('path', { 'data-curve': 'together', d: level }),
    ...(['lower998', 'upper998'] as const).map((of) =>
      element('path', { 'data-curve': of, d: both(of), 'stroke-dasharray': '6 4' }),
    ),
    ...(['lower95', 'upper95'] as const).map((of) =>
      element('path', { 'data-curve': of, d: both(of), 'stroke-dasharray': '1 3' }),
    ),
  ]);
}

/** Councils as circles; one beyond the limits as a triangle that points where it lies. */
function pointMarks({ x, y }: Frame, points: readonly FunnelPoint[]): string {
  const at = ({ cases, share }: FunnelPoint, dx: number, dy: number): string =>
    `M${place(x(cases)) + dx},${place(y(share)) + dy}`;
  const of = (outside: FunnelPoint['outside']) => points.filter((one) => one.outside === outside);
  const marks = [
    ['inside', of(null).map((one) => `${at(one, 0, 0)}h0`)],
    ['above', of('above').map((one) => `${at(one, 0, -6)}l6,10h-12z`)],
    ['below', of('below').map((one) => `${at(one, 0, 6)}l6,-10h-12z`)],
  ] as const;
  return marks
    .filter(([, drawn]) => drawn.length > 0)
    .map(([name, drawn]) =>
      element('path', {
        'data-mark': name,
        d: shorter(drawn.join('')),
        ...(name === 'inside'
          ? { stroke: USUAL, 'stroke-width': RADIUS * 2, 'stroke-linecap': 'round' }
          : { fill: UNUSUAL }),
      }),
    )
    .join('');
}

/** The names of those beyond the limits, each on the side of its point that has room. */
function names(frame: Frame, points: readonly FunnelPoint[]): string {
  const named = points.filter(({ outside }) => outside !== null);
  if (named.length > MOST_NAMED) return '';
  const { x, y, size, right, bottom } = frame;
  const middle = (size.left + right) / 2;
  const sides = [true, false].map((isLeft) => {
    const here = named
      .filter(({ cases }) => x(cases) <= middle === isLeft)
      .map(({ name, cases, share }) => ({ name, at: x(cases), height: y(share) }));
    const placed = apart(here, { least: size.font + 1, from: size.top, to: bottom });
    return group(
      { 'text-anchor': isLeft ? 'start' : 'end', fill: INK },
      placed.map(({ name, at, height }) =>
        text(name, {
          x: place(at + (isLeft ? BESIDE : -BESIDE)),
          y: place(height + size.font * 0.35),
        }),
      ),
    );
  });
  return sides.join('');
}

/** The axis with numbers of cases along it. */
function casesAxis({ x, size, bottom, right }: Frame): string {
  const ticks = x.ticks(6).filter(Number.isInteger);
  const marks = ticks.map((tick) => `M${place(x(tick))},${bottom}v5`).join('');
  const words = ticks.map((tick) =>
    text(tick.toLocaleString('en-GB'), { x: place(x(tick)), y: bottom + size.font + 6 }),
  );
  return (
    element('path', { d: `M${size.left},${bottom}H${right}${marks}`, stroke: INK }) +
    group({ 'text-anchor': 'middle', fill: QUIET }, words) +
    text(funnelWords.axis, {
      ...{ x: right, y: bottom + size.font * 2 + 8 },
      ...{ 'text-anchor': 'end', fill: QUIET },
    })
  );
}

/** Councils of one period by how many cases they have, between the limits that so many cases explain. The same input gives the same bytes. */
export function funnelBody(chart: FunnelChart): ChartBody {
  const { points, labels } = chart;
  const frame = funnelFrame(chart);
  const { size, bottom } = frame;
  const isAny = points.some(({ outside }) => outside !== null);
  const key = [...funnelWords.key, ...(isAny ? [funnelWords.outsideKey] : [])];
  const lines = wrapLabels([...key, ...labels], size.wrap);
  const foot = bottom + size.font * 3.9;
  const written = lines.map((words, index) =>
    text(words, { x: 4, y: place(foot + index * size.font * 1.3) }),
  );
  return {
    width: size.width,
    height: Math.ceil(foot + lines.length * size.font * 1.3),
    font: size.font,
    marks: [
      valueMarks(frame, 'percent'),
      casesAxis(frame),
      curves(frame, chart),
      pointMarks(frame, points),
      names(frame, points),
      group({ fill: INK }, written),
    ],
  };
}
