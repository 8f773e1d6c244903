import { element, text } from './svg.js';

const WHITE = '#ffffff';
const COLOURS = {
  blue: '#005ea5',
  orange: '#c2540a',
  purple: '#4c2c92',
  grey: '#505a5f',
} as const;
type Colour = keyof typeof COLOURS;

const letterAt = (letter: string, y: number): string =>
  text(letter, { x: 16, y, fill: WHITE, 'font-weight': 'bold', 'text-anchor': 'middle' });

/** The shape of each colour is that of a point of the same meaning in a chart. */
const SHAPES: Readonly<Record<Exclude<Colour, 'grey'>, (letter: string) => string>> = {
  blue: (letter) =>
    element('path', { d: 'M3,3h26v26h-26z', fill: COLOURS.blue }) + letterAt(letter, 21.5),
  orange: (letter) =>
    element('path', { d: 'M16,0l16,16l-16,16l-16,-16z', fill: COLOURS.orange }) +
    letterAt(letter, 21.5),
  purple: (letter) =>
    element('path', { d: 'M16,0l16,30h-32z', fill: COLOURS.purple }) + letterAt(letter, 26.5),
};

const usual =
  element('circle', {
    cx: 16,
    cy: 16,
    r: 14,
    fill: WHITE,
    stroke: COLOURS.grey,
    'stroke-width': 3,
  }) +
  element('path', {
    d: 'M7,16q3,-8 6,0t6,0t6,0',
    fill: 'none',
    stroke: COLOURS.grey,
    'stroke-width': 2.5,
  });

const assurance = (colour: Colour, letter: string): string =>
  element('rect', { x: 1, y: 5, width: 30, height: 22, rx: 11, fill: COLOURS[colour] }) +
  letterAt(letter, 21.5);

const notKnown = element('rect', {
  ...{ x: 2.5, y: 6.5, width: 27, height: 19, rx: 9.5, fill: WHITE },
  ...{ stroke: COLOURS.grey, 'stroke-width': 3, 'stroke-dasharray': '4 3' },
});

const PICTURES: Readonly<Record<string, string>> = {
  usual,
  'blue-H': SHAPES.blue('H'),
  'blue-L': SHAPES.blue('L'),
  'orange-H': SHAPES.orange('H'),
  'orange-L': SHAPES.orange('L'),
  'purple-H': SHAPES.purple('H'),
  'purple-L': SHAPES.purple('L'),
  pass: assurance('blue', 'P'),
  fail: assurance('orange', 'F'),
  chance: assurance('grey', '?'),
  'not-known': notKnown,
};

/** Every mark that can stand beside a chart, once on a page: each is used by its name, `mark-…`. */
export const markPictures: string = element(
  'svg',
  {
    xmlns: 'http://www.w3.org/2000/svg',
    width: 0,
    height: 0,
    'aria-hidden': 'true',
    focusable: 'false',
    class: 'cpm-pictures',
    'font-family': 'arial, sans-serif',
    'font-size': 15,
  },
  ...Object.entries(PICTURES).map(([name, shapes]) =>
    element('symbol', { id: `mark-${name}`, viewBox: '0 0 32 32' }, shapes),
  ),
);
