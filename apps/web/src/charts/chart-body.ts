import { element, escapeText } from './svg.js';

/** What is drawn, from the place 0,0 on, and how much room it takes. */
export type ChartBody = {
  readonly width: number;
  readonly height: number;
  readonly font: number;
  readonly marks: readonly string[];
};

/** A chart on its page. `id`: unique there; `title`: the finding; `description`: what is drawn, for those who cannot see it. */
export const drawChart = (
  of: { readonly id: string; readonly title: string; readonly description: string },
  { width, height, font, marks }: ChartBody,
): string =>
  element(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${of.id}-title ${of.id}-desc`,
      'font-size': font,
    },
    element('title', { id: `${of.id}-title` }, escapeText(of.title)),
    element('desc', { id: `${of.id}-desc` }, escapeText(of.description)),
    ...marks,
  );
