import { packCouncils, packMetrics } from '#application/packs';
import type { Programme } from '#application/ports';
import { PACK_LIMITS } from '#domain/packs';
import { addresses } from '../../addresses/addresses.js';
import { addressOfTheme } from '../../addresses/theme-address.js';
import { packWords as w } from '../../words/pack.words.js';
import { dayBoxes } from '../form-fields.js';
import { byTheme } from '../return-order.js';
import type { TypedPack } from './typed-pack.js';

export type FieldFault = { readonly field: string; readonly text: string };

/** Where the error summary leads to, of a field that is many boxes. */
const PLACES: Readonly<Record<string, string>> = {
  measures: 'measures',
  councils: 'whose',
  known: 'known-day',
};

/** The form for a new pack: as it was typed, with what is wrong. */
export function presentPackForm(
  typed: TypedPack,
  { programme, faults }: { programme: Programme; faults: readonly FieldFault[] },
) {
  const { register } = programme;
  const errorAt = (field: string): { text: string } | false => {
    const found = faults.find((fault) => fault.field === field);
    return found ? { text: found.text } : false;
  };
  const councils = packCouncils(register);
  return {
    title: w.form.title,
    section: 'packs' as const,
    backLink: { href: addresses.packs, text: w.title },
    hasErrors: faults.length > 0,
    errors:
      faults.length === 0
        ? null
        : {
            title: w.form.errors,
            items: faults.map(({ field, text }) => ({ text, href: `#${PLACES[field] ?? field}` })),
          },
    action: addresses.newPack,
    name: { value: typed.title, error: errorAt('title'), most: PACK_LIMITS.title },
    question: { value: typed.question, error: errorAt('question') },
    note: { value: typed.note, error: errorAt('note') },
    measures: {
      error: errorAt('measures'),
      themes: themesOf(programme).map(({ id, title, items }) => ({
        ...{ id, title },
        items: items.map((metric) => ({
          ...{ name: `measure-${metric.code}`, id: `measure-${metric.code}`, value: 'yes' },
          text: metric.title,
          checked: typed.measures.includes(metric.code),
        })),
      })),
    },
    whose: {
      error: errorAt('councils'),
      all: { text: w.form.all(councils.length), checked: typed.all },
      some: { checked: !typed.all },
      councils: councils.map(({ key, name }) => ({
        ...{ name: `council-${key}`, id: `council-${key}`, value: 'yes', text: name },
        checked: typed.councils.includes(key),
      })),
    },
    known: { items: dayBoxes(typed.day, 'known'), error: errorAt('known') },
  };
}

/** Measures of the return by theme, then what is published by theme: both may have the same titles. */
function themesOf(programme: Programme) {
  const metrics = packMetrics(programme);
  const of = (isPublished: boolean) =>
    byTheme(
      metrics.filter(({ type }) => (type === 'published') === isPublished),
      (metric) => metric,
      programme.returnDefinition,
    );
  return [
    ...of(false).map((theme) => ({ ...theme, id: `theme-${addressOfTheme(theme.title)}` })),
    ...of(true).map(({ title, items }) => ({
      ...{ id: `published-${addressOfTheme(title)}`, title: w.form.published(title), items },
    })),
  ];
}
