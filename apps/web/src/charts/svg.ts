type Attributes = Readonly<Record<string, string | number>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const escapeText = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** Lengths to a tenth of a unit: the bytes stay the same everywhere. */
const round = (n: number): number => Math.round(n * 10) / 10;

/** A place to a whole unit: finer is hardly seen, and hundreds of points weigh half as much. */
export const place = (n: number): number => Math.round(n);

/** The same path with each place told from the one before: hundreds of points of a page weigh a third less. Whole places only. */
export function shorter(path: string): string {
  let [x, y] = [0, 0];
  return path.replaceAll(/([ML])(-?\d+),(-?\d+)/g, (_, command: string, a: string, b: string) => {
    const [dx, dy] = [Number(a) - x, Number(b) - y];
    [x, y] = [Number(a), Number(b)];
    return `${command.toLowerCase()}${dx}${dy < 0 ? '' : ','}${dy}`;
  });
}

/** An element as text. Children are markup already; put text through `text`. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeText(value)}"`,
    )
    .join('');
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.join('')}</${name}>`;
}

export const text = (words: string, attributes: Attributes): string =>
  element('text', attributes, escapeText(words));

/** Elements that share what is said once on their group. */
export const group = (attributes: Attributes, marks: readonly string[]): string =>
  marks.length === 0 ? '' : element('g', attributes, ...marks);
