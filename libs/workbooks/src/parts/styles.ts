import { builtInFormat, formatKind, type FormatKind } from '../cells/number-format.js';
import type { Counter } from '../counter.js';
import { parseXml } from '../xml/parse-xml.js';
import { TextCollector, type Emit } from './text-collector.js';

/** What the number format of each cell style makes of a number. A style that is not there leaves it as it is. */
export type Styles = (style: string | undefined) => FormatKind;

export const NO_STYLES: Styles = () => 'plain';

export async function readStyles(
  chunks: AsyncIterable<Uint8Array>,
  counter: Counter,
  emit: Emit,
): Promise<Styles> {
  const own = new Map<number, FormatKind>();
  const formats: number[] = [];
  let inCells = false;
  const texts = new TextCollector(emit);
  await parseXml(chunks, {
    ...texts,
    open: (name, attributes) => {
      texts.open(name, attributes);
      if (name === 'numFmt')
        own.set(Number(attributes['numFmtId']), formatKind(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt' || name === 'xf') counter.other();
      if (name === 'xf' && inCells) formats.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (name) => {
      texts.close(name);
      if (name === 'cellXfs') inCells = false;
    },
  });
  const kinds = formats.map((id) => own.get(id) ?? builtInFormat(id));
  return (style) => kinds[Number(style ?? 0)] ?? 'plain';
}
