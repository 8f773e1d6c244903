import type { ChartBody } from './chart-body.js';
import { INK, QUIET } from './chart-frame.js';
import { element, escapeText, group, place, text } from './svg.js';
import { wrapWords } from './wrap-words.js';

/** What stands around a chart that leaves its page. */
export type ImageFrame = {
  /** The finding, in a sentence or two. */
  readonly title: string;
  /** Whose figures, and of what. */
  readonly subtitle: string;
  /** Beneath: what the figures are, where from, as known when, and where the page is. */
  readonly lines: readonly string[];
};

/** What is painted, and the same in words. */
export type Picture = { readonly body: ChartBody; readonly description: string };

const EDGE = 16;
/** Sizes of letters, how far their lines are apart, and how many letters fit into one. */
const TITLE = { size: 18, step: 23, letters: 64 };
const SUBTITLE = { size: 14, step: 19, letters: 88 };
const LINE = { size: 12, step: 16, letters: 100 };

type Style = typeof TITLE;

/** Lines of at most so many letters; an address, which has no spaces, is broken anywhere. */
const linesOf = (words: string, { letters }: Style): readonly string[] =>
  wrapWords(words, letters).flatMap(
    (line) => line.match(new RegExp(`.{1,${letters}}`, 'gu')) ?? [],
  );

/** Lines of text from a height on, and the height beneath them. */
function written(
  paragraphs: readonly string[],
  style: Style,
  from: number,
): { readonly lines: readonly string[]; readonly to: number } {
  const all = paragraphs.flatMap((words) => linesOf(words, style));
  const lines = all.map((words, index) =>
    text(words, { x: EDGE, y: place(from + style.size + index * style.step) }),
  );
  return { lines, to: from + all.length * style.step };
}

/**
 * A chart as a file of its own: the finding above it, and beneath it everything that must not be cut off from it. The letters
 * are those of Arimo, which are as wide as Arial's; where neither is there, of any face without serifs. The same input gives the
 * same bytes.
 */
export function drawChartImage({ body, description }: Picture, frame: ImageFrame): string {
  const title = written([frame.title], TITLE, EDGE);
  const subtitle = written([frame.subtitle], SUBTITLE, title.to + 2);
  const top = subtitle.to + 8;
  const below = written(frame.lines, LINE, top + body.height + 8);
  const width = body.width + 2 * EDGE;
  const height = Math.ceil(below.to + EDGE);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      ...{ width, height, role: 'img' },
      'aria-labelledby': 'image-title image-desc',
      'font-family': 'Arimo, Arial, sans-serif',
    },
    element('title', { id: 'image-title' }, escapeText(frame.title)),
    element('desc', { id: 'image-desc' }, escapeText(`${frame.subtitle}. ${description}`)),
    element('path', { d: `M0,0H${width}V${height}H0Z`, fill: '#ffffff' }),
    group({ fill: INK, 'font-size': TITLE.size, 'font-weight': 'bold' }, title.lines),
    group({ fill: INK, 'font-size': SUBTITLE.size }, subtitle.lines),
    group({ 'font-size': body.font, transform: `translate(${EDGE},${place(top)})` }, body.marks),
    group({ fill: QUIET, 'font-size': LINE.size }, below.lines),
  );
}
