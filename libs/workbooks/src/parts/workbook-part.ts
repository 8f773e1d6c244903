import type { WorkbookSheet } from '#domain/intake';
import type { DateSystem } from '../cells/date-text.js';
import type { Counter } from '../counter.js';
import { unreadable } from '../refusal.js';
import { parseXml, relationshipId, unescapeText, type Attributes } from '../xml/parse-xml.js';
import { TextCollector, type Emit } from './text-collector.js';

export type ListedSheet = Pick<WorkbookSheet, 'name' | 'visibility'> & {
  readonly relationship: string | null;
};

export type WorkbookPart = {
  readonly sheets: readonly ListedSheet[];
  readonly system: DateSystem;
};

/** The list of sheets, and which day is the first. */
export async function readWorkbookPart(
  chunks: AsyncIterable<Uint8Array>,
  counter: Counter,
  emit: Emit,
): Promise<WorkbookPart> {
  const sheets: ListedSheet[] = [];
  let system: DateSystem = 1900;
  const texts = new TextCollector(emit);
  await parseXml(chunks, {
    ...texts,
    open: (name, attributes) => {
      texts.open(name, attributes);
      if (name === 'sheet') {
        counter.other();
        sheets.push(listedSheet(attributes));
      }
      if (name === 'workbookPr' && isTrue(attributes['date1904'])) system = 1904;
    },
  });
  if (texts.root !== 'workbook') throw unreadable();
  return { sheets, system };
}

const listedSheet = (attributes: Attributes): ListedSheet => ({
  name: unescapeText(attributes['name'] ?? ''),
  visibility:
    attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden'
      ? attributes['state']
      : 'visible',
  relationship: relationshipId(attributes),
});

export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';
