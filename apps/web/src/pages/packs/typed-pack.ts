import type { OpenedPack } from '#application/packs';
import type { FormFields } from '../../http/csrf.js';
import { dayAsked } from '../figures/figures-filter.js';

/** A form about a pack as it was typed, to be shown again as it was. */
export type TypedPack = {
  readonly title: string;
  readonly question: string;
  readonly note: string;
  readonly measures: readonly string[];
  readonly all: boolean;
  /** Keys of the councils that were chosen, whether all were chosen or not. */
  readonly councils: readonly string[];
  /** A day as addresses have it, empty for now; and as it was typed in its boxes. */
  readonly known: string;
  readonly day: FormFields;
};

/** Beyond what is ever kept, and no more than a form should bring. */
const MOST_CHARACTERS = 2_000;

/** Names of the boxes that were ticked, each a field of its own: `measure-n_requests`. */
const ticked = (fields: FormFields, part: 'measure' | 'council'): readonly string[] =>
  Object.keys(fields)
    .filter((name) => name.startsWith(`${part}-`))
    .map((name) => name.slice(part.length + 1));

export function typedPack(fields: FormFields): TypedPack {
  const text = (name: string): string => (fields[name] ?? '').trim().slice(0, MOST_CHARACTERS);
  const { known, typed } = dayAsked(fields, 'known');
  return {
    ...{ title: text('title'), question: text('question'), note: text('note') },
    measures: ticked(fields, 'measure'),
    all: fields['whose'] !== 'some',
    councils: ticked(fields, 'council'),
    ...{ known, day: typed },
  };
}

/** The terms of a pack that was made, for making it again. `keys`: keys of councils by their codes. */
export const typedAgain = (
  { manifest }: Pick<OpenedPack, 'manifest'>,
  keys: ReadonlyMap<string, string>,
): TypedPack => ({
  ...{ title: manifest.title, question: manifest.question, note: manifest.note },
  measures: manifest.measures,
  all: manifest.councils.length === keys.size,
  councils: manifest.councils.flatMap((code) => keys.get(code) ?? []),
  ...{ known: '', day: {} },
});
