import type { Counter } from '../counter.js';
import { unreadable } from '../refusal.js';
import { parseXml, unescapeText } from '../xml/parse-xml.js';
import { TextCollector, type Emit } from './text-collector.js';

/** The table of strings that cells point into. */
export type SharedStrings = {
  /** The string with this number; ends the reading when there is none. */
  readonly at: (index: string) => string;
  /** Gives those that no cell pointed to as texts. */
  readonly emitUnused: (emit: Emit) => void;
};

export const NO_STRINGS: SharedStrings = {
  at: () => {
    throw unreadable();
  },
  emitUnused: () => undefined,
};

/** Reads the strings; how they are to be pronounced is no part of them, but a text of the file. */
export async function readSharedStrings(
  chunks: AsyncIterable<Uint8Array>,
  counter: Counter,
  emit: Emit,
): Promise<SharedStrings> {
  const strings: string[] = [];
  const beside = new TextCollector(emit);
  let depth = 0;
  let spoken = 0;
  let text = '';
  await parseXml(chunks, {
    comment: beside.comment,
    open: (name, attributes) => {
      depth += 1;
      if (name === 'rPh') spoken += 1;
      if (spoken > 0 || depth === 1) beside.open(name, attributes);
      if (name === 'si') text = '';
    },
    text: (piece) => {
      if (spoken > 0) beside.text(piece);
      else if (depth > 2) text += piece;
    },
    close: (name) => {
      if (spoken > 0 || depth === 1) beside.close(name);
      if (name === 'rPh') spoken -= 1;
      depth -= 1;
      if (name !== 'si') return;
      counter.string();
      strings.push(unescapeText(text));
    },
  });
  const used = new Uint8Array(strings.length);
  return {
    at: (index) => {
      const found = /^\d+$/.test(index) ? strings[Number(index)] : undefined;
      if (found === undefined) throw unreadable();
      used[Number(index)] = 1;
      return found;
    },
    emitUnused: (emitUnused) => {
      strings.forEach((string, index) => {
        if (used[index] === 0 && string.trim() !== '')
          emitUnused({ place: 'text that no cell shows', texts: [string], heads: false });
      });
    },
  };
}
