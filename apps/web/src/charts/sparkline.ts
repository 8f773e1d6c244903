import { sparkFrame, type Frame } from './chart-frame.js';
import type { ChartEvent, ChartPoint, PointMark } from './chart-model.js';
import type { ChartRange } from './chart-scale.js';
import { limitPaths } from './line-marks.js';
import { crossesPath, linePath, shapeAt } from './point-marks.js';
import { element, place, shorter } from './svg.js';

export type Sparkline = {
  readonly points: readonly ChartPoint[];
  /** Oldest first, within the points' days. */
  readonly events: readonly ChartEvent[];
  /** Shared with all that stand beside it; said in words near them. */
  readonly range: ChartRange;
  /** The id of the sentence beside it that says what it shows. */
  readonly saidBy: string;
};

const UNUSUAL: readonly PointMark[] = ['improvement', 'concern', 'neither'];

const marked = (of: string, d: string): string =>
  d === '' ? '' : element('path', { class: of, d });

/** Upright lines: dotted where a reform began or ended, full where the definition changed. */
const uprights = (
  { x, size, bottom }: Frame,
  events: readonly ChartEvent[],
  isBreak: boolean,
): string =>
  events
    .filter((one) => one.isBreak === isBreak)
    .map(({ day }) => `M${place(x(day))},${size.top}V${bottom}`)
    .join('');

/** The points of a line that have nothing on either side: they are drawn as dots. */
const alone = (line: string): string => (line.match(/M[^MLZ]+Z/g) ?? []).join('');

const shapesOf = ({ x, y, size }: Frame, points: readonly ChartPoint[]): string =>
  shorter(
    points
      .map(({ day, value, mark }) => shapeAt(mark, x(day), y(value ?? 0), size.radius))
      .join(''),
  );

/**
 * A series as a small picture among many: its line with gaps, centre and limits, what is unusual by shape and colour, hollow where
 * provisional, what was not reported, reforms, and changes of definition. Colours and strokes are the page's style sheet's, since
 * it stands nowhere else. The same input gives the same bytes.
 */
export function drawSparkline({ points, events, range, saidBy }: Sparkline): string {
  const frame = sparkFrame(range);
  const limits = limitPaths(frame, points);
  const line = linePath(frame, points, events);
  const drawn = points.filter(({ value }) => value !== null);
  const of = (mark: PointMark, isProvisional: boolean): string =>
    shapesOf(
      frame,
      drawn.filter((one) => one.mark === mark && one.isProvisional === isProvisional),
    );
  const { width, height } = frame.size;
  return element(
    'svg',
    {
      class: 'cpm-spark',
      viewBox: `0 0 ${width} ${height}`,
      ...{ role: 'img', 'aria-labelledby': saidBy },
    },
    marked('break', uprights(frame, events, true)),
    marked('event', uprights(frame, events, false)),
    marked('centre', limits?.centre ?? ''),
    marked('limit', limits?.limits ?? ''),
    marked('line', shorter(line)),
    marked('dot', alone(line)),
    ...UNUSUAL.map(
      (mark) => marked(mark, of(mark, false)) + marked(`${mark} hollow`, of(mark, true)),
    ),
    marked('hollow', of('usual', true)) + marked('core', of('usual', true)),
    marked('missing', crossesPath(frame, points)),
  );
}
