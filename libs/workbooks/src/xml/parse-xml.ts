import { SaxesParser } from 'saxes';
import { unreadable } from '../refusal.js';
import { decodeParts } from './decode.js';

export type Attributes = Readonly<Record<string, string>>;

/** What reads a part. Names come without their prefix: the same in the transitional and the strict form of the standard. */
export type XmlHandler = {
  readonly open: (name: string, attributes: Attributes) => void;
  /** Text between two tags; several times where something stands in between. */
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  /** A comment of the XML, which no program shows. */
  readonly comment: (text: string) => void;
};

const DEEPEST = 256;

/** Reads one XML part as it is unpacked. A document type is refused with all its entities: no workbook needs one. */
export async function parseXml(
  chunks: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  const refuse = (): never => {
    throw unreadable();
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) refuse();
    handler.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close(localName(name));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.on('comment', (text) => handler.comment(text));
  parser.on('processinginstruction', ({ body }) => handler.comment(body));
  for await (const text of decodeParts(chunks)) parser.write(text);
  parser.close();
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** The id of a relationship: the one attribute `id` that has a prefix. */
export function relationshipId(attributes: Attributes): string | null {
  const name = Object.keys(attributes).find((key) => /^[^:]+:id$/.test(key));
  return name === undefined ? null : (attributes[name] ?? null);
}

/** `_x000D_` stands for the character with this number, as the standard writes what XML cannot. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      )
    : text;
