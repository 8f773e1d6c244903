import { decodeParts } from '../xml/decode.js';
import type { Emit } from './text-collector.js';

/** Longest stretch without any mark that is kept in memory; longer ones are looked at piece by piece. */
const LONGEST = 20_000;
/** A colour reads like a post code now and then: `#E12AB3`. */
const COLOUR = /#[0-9A-F]{6}\b/gi;
const NUMBERED = /&#(x[0-9A-F]{1,6}|\d{1,7});/gi;

/**
 * A part that is text but no XML that must be well formed (drawings in the older language, notes, lists): every stretch
 * between marks and line ends.
 */
export async function readPlainPart(
  chunks: AsyncIterable<Uint8Array>,
  place: string,
  emit: Emit,
): Promise<void> {
  let rest = '';
  const say = (piece: string): void => {
    const text = piece.replace(COLOUR, ' ').replace(NUMBERED, (_, code: string) => letter(code));
    if (text.trim() !== '') emit({ place, texts: [text.trim()], heads: false });
  };
  for await (const text of decodeParts(chunks)) {
    const pieces = (rest + text).split(/[<>\r\n]+/);
    rest = pieces.pop() ?? '';
    pieces.forEach(say);
    if (rest.length < LONGEST) continue;
    say(rest);
    // What stands across two pieces is seen whole in the second.
    rest = rest.slice(-100);
  }
  say(rest);
}

function letter(code: string): string {
  const point = /^x/i.test(code) ? parseInt(code.slice(1), 16) : Number(code);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
}
