import type { Counter } from '../counter.js';
import { parseXml, unescapeText, type Attributes } from '../xml/parse-xml.js';
import { TextCollector, type Emit } from './text-collector.js';

/** The values of each field of a pivot cache, which its records point into. */
export type PivotFields = readonly (readonly string[])[];

/** `s`, `n`, `d`, `b` and `e` carry a value, `m` stands for none. */
const isValue = (name: string): boolean => /^[sndbem]$/.test(name);
const valueOf = (attributes: Attributes): string => unescapeText(attributes['v'] ?? '');

/** The fields of a cache: each name and each value is a text, and the values are kept for the records. */
export async function readPivotFields(
  chunks: AsyncIterable<Uint8Array>,
  counter: Counter,
  emit: Emit,
): Promise<PivotFields> {
  const fields: string[][] = [];
  let shared: string[] | null = null;
  const texts = new TextCollector(emit);
  await parseXml(chunks, {
    ...texts,
    open: (name, attributes) => {
      texts.open(name, attributes);
      if (name === 'cacheField') fields.push([]);
      if (name === 'sharedItems') shared = fields.at(-1) ?? null;
      if (!shared || !isValue(name)) return;
      counter.cell();
      shared.push(valueOf(attributes));
    },
    close: (name) => {
      texts.close(name);
      if (name === 'sharedItems') shared = null;
    },
  });
  return fields;
}

/** The records of a cache, each as the row that it copies: it may be a row of a list of children. */
export async function readPivotRecords(
  chunks: AsyncIterable<Uint8Array>,
  fields: PivotFields,
  { counter, emit }: { readonly counter: Counter; readonly emit: Emit },
): Promise<void> {
  let record: string[] | null = null;
  const beside = new TextCollector(emit);
  await parseXml(chunks, {
    ...beside,
    open: (name, attributes) => {
      if (name === 'r') record = [];
      else if (record && name === 'x') record.push(sharedValue(fields, record.length, attributes));
      else if (record && isValue(name)) record.push(valueOf(attributes));
      else return beside.open(name, attributes);
      if (name !== 'r') counter.cell();
    },
    close: (name) => {
      if (name === 'r' && record) {
        const texts = record.filter((text) => text !== '');
        if (texts.length > 0) emit({ place: 'pivot cache', texts, heads: false });
        record = null;
      } else if (!record || !(name === 'x' || isValue(name))) beside.close(name);
    },
  });
}

const sharedValue = (fields: PivotFields, field: number, { v }: Attributes): string =>
  fields[field]?.[Number(v)] ?? '';
