import { EXPORT_FORMATS } from '#application/exports';
import type { Metric } from '#domain/metrics';
import type { Register } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { alphabetically } from '../../http/councils.js';
import { exportWords as w } from '../../words/export.words.js';
import { metricWords } from '../../words/metric.words.js';
import { dayBoxes } from '../form-fields.js';
import { metricHead } from './metric-pages.js';
import type { ExportFaults, TypedExport } from './typed-export.js';

const FIELDS = ['from', 'to', 'council', 'format', 'known'] as const;

/** The form of a measure's files, as it was typed, with what is wrong. */
export function presentExportForm(
  { metric, register }: { readonly metric: Metric; readonly register: Register },
  typed: TypedExport,
  faults: ExportFaults,
) {
  const errorOf = (field: (typeof FIELDS)[number]) => {
    const words = faults[field];
    return words === undefined ? false : { text: words };
  };
  const members = new Set(register.memberships.map(({ councilId }) => councilId));
  const councils = register.councils.filter(({ id, endedOn }) =>
    metric.type === 'published' ? endedOn === null : members.has(id),
  );
  const wrong = FIELDS.flatMap((field) => {
    const words = faults[field];
    return words === undefined
      ? []
      : { text: words, href: `#${field === 'known' ? 'known-day' : field}` };
  });
  return {
    ...metricHead(metric, 'export', { known: typed.known }),
    action: addresses.metricExport(metric.code),
    months: (['from', 'to'] as const).map((name) => ({
      ...{ name, label: w[name], value: typed[name], error: errorOf(name) },
    })),
    council: {
      error: errorOf('council'),
      items: [
        { value: '', text: w.everyCouncil },
        ...alphabetically(councils, ({ name }) => name).map(({ key, name }) => ({
          ...{ value: key, text: name },
          selected: key === typed.council,
        })),
      ],
    },
    format: {
      error: errorOf('format'),
      items: EXPORT_FORMATS.map((value, index) => ({
        ...{ value, text: metricWords.download[value], checked: value === typed.format },
        ...(index === 0 ? { id: 'format' } : {}),
      })),
    },
    known: { items: dayBoxes(typed.day, 'known'), error: errorOf('known') },
    errors: wrong.length === 0 ? null : { title: w.problem, items: wrong },
    hasErrors: wrong.length > 0,
  };
}
