import { parseXml } from '../xml/parse-xml.js';
import { readPlainPart } from './plain-part.js';
import { TextCollector, type Emit } from './text-collector.js';

/** What a part without a reader of its own turned out to be. */
export type OtherPart =
  | { readonly kind: 'xml'; readonly root: string | null }
  | { readonly kind: 'text' }
  /** Pictures, printer settings: no texts are looked for in them, and none of them is kept. */
  | { readonly kind: 'binary' }
  /** Another file inside this one: an archive or an older document. */
  | { readonly kind: 'file' };

const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const begins = (bytes: Uint8Array, marks: readonly number[]): boolean =>
  marks.every((mark, index) => bytes[index] === mark);

/** Reads any part for its texts, by what its bytes are: names and lists of contents may say otherwise. */
export async function readOtherPart(
  name: string,
  read: () => AsyncGenerator<Uint8Array>,
  with_: { readonly of: string | null; readonly emit: Emit },
): Promise<OtherPart> {
  const chunks = read();
  const first = await chunks.next();
  const head = first.done === true ? new Uint8Array() : first.value;
  const kind = kindOfBytes(head);
  if (kind !== 'text') {
    await chunks.return(undefined);
    return { kind };
  }
  const whole = again(head, chunks);
  if (name.endsWith('.vml')) {
    await readPlainPart(whole, `drawing or text box${with_.of ?? ''}`, with_.emit);
    return { kind: 'text' };
  }
  if (!beginsXml(head)) {
    await readPlainPart(whole, 'another part of the file', with_.emit);
    return { kind: 'text' };
  }
  const texts = new TextCollector(with_.emit, with_.of);
  await parseXml(whole, texts);
  return { kind: 'xml', root: texts.root };
}

async function* again(
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

const isUtf16 = (head: Uint8Array): boolean =>
  begins(head, [0xff, 0xfe]) ||
  begins(head, [0xfe, 0xff]) ||
  begins(head, [0x3c, 0]) ||
  begins(head, [0, 0x3c]);

function kindOfBytes(head: Uint8Array): 'text' | 'binary' | 'file' {
  if (begins(head, ARCHIVE) || begins(head, COMPOUND)) return 'file';
  if (isUtf16(head)) return 'text';
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 32)) ? 'binary' : 'text';
}

const beginsXml = (head: Uint8Array): boolean =>
  isUtf16(head) ||
  /^(?:\xef\xbb\xbf)?\s*</.test(Buffer.from(head.subarray(0, 100)).toString('latin1'));
