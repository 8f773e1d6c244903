import type { PublishedImport } from '#application/ports';
import { londonDay } from '#domain/periods';
import { addresses } from '../../addresses/addresses.js';
import { formatMoment } from '../../format/format-time.js';
import type { FormFields } from '../../http/csrf.js';
import { publishedWords as w } from '../../words/published.words.js';
import { cell, linkCell, type Table } from '../tables.js';

export type UploadFault = {
  readonly field: 'data' | 'published-day';
  readonly texts: readonly string[];
};

type Asked = {
  readonly fields: FormFields;
  readonly fault: UploadFault | null;
  readonly mayUpload: boolean;
  readonly now: Date;
};

/** The day that was typed, as far as it is one; a day that never comes otherwise. */
export function dayOfUpload(fields: FormFields): string {
  const part = (name: string, length: number): string =>
    (fields[`published-${name}`] ?? '').trim().padStart(length, '0');
  const day = `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  return isDay && day >= '2000-01-01' ? day : '9999-12-31';
}

/** The page with the form and everything that was uploaded. */
export function presentUploads(
  uploads: readonly PublishedImport[],
  { fields, fault, mayUpload, now }: Asked,
) {
  const [year = '', month = '', day = ''] = londonDay(now).split('-');
  const errorAt = (field: UploadFault['field']) =>
    fault?.field === field ? { text: fault.texts.join(' ') } : false;
  const box = (name: keyof typeof w.upload.dayParts, width: number) => ({
    name,
    label: w.upload.dayParts[name],
    classes: `govuk-input--width-${width}`,
    value: fields[`published-${name}`] ?? '',
    attributes: { maxlength: '4' },
  });
  return {
    title: w.title,
    section: 'published' as const,
    hasErrors: fault !== null,
    errors: fault && {
      title: w.errors,
      items: fault.texts.map((text) => ({ text, href: `#${fault.field}` })),
    },
    mayUpload,
    action: addresses.published,
    dataError: errorAt('data'),
    day: {
      hint: w.upload.dayHint(`${Number(day)} ${Number(month)} ${year}`),
      error: errorAt('published-day'),
      items: [box('day', 2), box('month', 2), box('year', 4)],
    },
    table: uploads.length > 0 ? tableOf(uploads) : null,
  };
}

const tableOf = (uploads: readonly PublishedImport[]): Table => ({
  caption: w.history,
  head: [w.head.uploaded, w.head.file, w.head.by, w.head.status, w.head.what].map((text) => ({
    text,
  })),
  rows: uploads.map((one) => [
    linkCell(formatMoment(one.uploadedAt), addresses.publishedImport(one.id), one.fileName),
    { text: one.fileName, note: one.preview?.title },
    cell(one.uploadedBy),
    {
      text: w.statuses[one.status],
      note:
        one.confirmedBy !== null && one.confirmedAt !== null
          ? w.confirmedBy(one.confirmedBy, formatMoment(one.confirmedAt))
          : undefined,
    },
    cell(whatCame(one)),
  ]),
});

function whatCame({ outcome, sentence }: PublishedImport): string {
  if (sentence !== null) return sentence;
  const taken = outcome?.periods.reduce((sum, { accepted }) => sum + accepted, 0) ?? null;
  return taken === null ? '' : w.imported(taken);
}
