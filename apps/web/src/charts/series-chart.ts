import type { Unit } from '#domain/metrics';
import { chartWords } from '../words/chart.words.js';
import { readingWords } from '../words/reading.words.js';
import { frameOf, INK, timeAxis, valueMarks, type ChartSize, type Frame } from './chart-frame.js';
import type { ChartEvent, ChartPoint, PlanStep } from './chart-model.js';
import type { ChartRange } from './chart-scale.js';
import { eventMarks, isCut, limitMarks, lineLabels, planMarks } from './line-marks.js';
import { pointMarks } from './point-marks.js';
import { drawChart, type ChartBody } from './chart-body.js';
import { group, place, text } from './svg.js';
import { wrapLabels } from './wrap-labels.js';

export type SeriesChart = {
  /** Unique on its page. */
  readonly id: string;
  /** The finding, in a sentence. */
  readonly title: string;
  /** What is drawn, for those who cannot see it. */
  readonly description: string;
  readonly unit: Unit;
  /** What the numbers of the axis are; left out: the unit's own words. */
  readonly axis?: string;
  readonly points: readonly ChartPoint[];
  readonly plan: readonly PlanStep[];
  /** Oldest first, within the points' days. */
  readonly events: readonly ChartEvent[];
  /** Where the numbers of events are explained: in the image, or on the page around it. */
  readonly eventKey: 'image' | 'page';
  readonly range: ChartRange;
  /** Said inside the image: demonstration, not official statistics, pre-publication. */
  readonly labels: readonly string[];
  readonly size: ChartSize;
};

/** What the marks of this chart mean; those that do not occur are not explained. */
function keyOf(
  frame: Frame,
  { points, events, eventKey, unit, size }: SeriesChart,
): readonly string[] {
  const { image } = readingWords;
  const drawn = points.filter(({ value }) => value !== null);
  const marks = (['improvement', 'concern', 'neither'] as const).filter((mark) =>
    drawn.some((point) => point.mark === mark),
  );
  return [
    ...marks.map((mark) => image.key[mark]),
    ...(drawn.some(({ isProvisional }) => isProvisional) ? [chartWords.provisionalKey] : []),
    ...(points.some(({ isMissing }) => isMissing) ? [chartWords.gapKey] : []),
    ...(isCut(frame, points) ? [image.cut[unit === 'percent' ? 'percent' : 'other']] : []),
    ...eventKeyOf(events, eventKey, size),
  ];
}

/** A small picture has no room for names: that something began or ended is all that it says, and its description the rest. */
function eventKeyOf(
  events: readonly ChartEvent[],
  where: SeriesChart['eventKey'],
  size: ChartSize,
): readonly string[] {
  if (events.length === 0) return [];
  const { image } = readingWords;
  if (size === 'small') return [image.someEvent];
  if (where === 'page') return [image.onPage];
  return events.map(({ number, what }) => image.event(number, what.join(', ')));
}

/** What is drawn of a series, from the place 0,0 on, and how much room it takes. */
export function chartBody(chart: SeriesChart): ChartBody {
  const { points, plan, events } = chart;
  const frame = frameOf(chart.range, chart.size);
  const { size, bottom } = frame;
  const lines = wrapLabels([...keyOf(frame, chart), ...chart.labels], size.wrap);
  const height = bottom + size.font * 2 + lines.length * size.font * 1.3 + 4;
  const labels = lines.map((words, index) =>
    text(words, { x: 4, y: place(bottom + size.font * (2.7 + index * 1.3)) }),
  );
  return {
    width: size.width,
    height: Math.ceil(height),
    font: size.font,
    marks: [
      valueMarks(frame, chart.unit, chart.axis),
      planMarks(frame, plan),
      timeAxis(frame, points),
      eventMarks(frame, events, chart.size === 'small'),
      limitMarks(frame, points),
      pointMarks(frame, points, events),
      lineLabels(frame, points, plan),
      group({ fill: INK }, labels),
    ],
  };
}

/**
 * A series as an image of its own: the points with gaps where there is no figure, hollow where provisional, their centre and
 * process limits, what is unusual by shape and colour, the agreed plan with its band, what happened meanwhile, and the labels
 * that must never be cut off from it. The same input gives the same bytes.
 */
export const drawSeriesChart = (chart: SeriesChart): string => drawChart(chart, chartBody(chart));
