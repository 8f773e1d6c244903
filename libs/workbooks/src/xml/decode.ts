import { unreadable } from '../refusal.js';

/** Enough of a part to know its encoding by. */
const HEAD = 200;

/** A part's bytes as text: UTF-16 by its mark or its first letters, else what its declaration says, else UTF-8. */
export async function* decodeParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let head: Buffer = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    if (decoder) {
      yield decoded(decoder, chunk, true);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < HEAD) continue;
    decoder = decoderFor(head);
    yield decoded(decoder, head, true);
  }
  if (decoder) yield decoded(decoder, new Uint8Array(), false);
  else yield decoded(decoderFor(head), head, false);
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, more: boolean): string {
  try {
    return decoder.decode(bytes, { stream: more });
  } catch {
    throw unreadable();
  }
}

function decoderFor(head: Buffer): TextDecoder {
  const [a, b] = [head[0], head[1]];
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return decoderOf('utf-16le');
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return decoderOf('utf-16be');
  const said = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(
    head.toString('latin1'),
  );
  return decoderOf(said?.[1] ?? 'utf-8');
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw unreadable();
  }
}
