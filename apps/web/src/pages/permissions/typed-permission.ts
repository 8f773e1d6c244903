import type { Day } from '#domain/periods';
import type { FormFields } from '../../http/csrf.js';

/** A form about a permission as it was typed, to be shown again as it was. */
export type TypedPermission = {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly words: string;
  /** `grant` or `decline`. */
  readonly answer: string;
  readonly council: string;
  readonly period: string;
};

/** An empty form; with a day, that day is filled in. */
export function untyped(until: Day | null): TypedPermission {
  const [year = '', month = '', day = ''] = (until ?? '').split('-');
  const plain = (text: string): string => text.replace(/^0/, '');
  return {
    ...{ day: plain(day), month: plain(month), year },
    ...{ words: '', answer: '', council: '', period: '' },
  };
}

const MOST_CHARACTERS = 2_000;

export function typedPermission(fields: FormFields): TypedPermission {
  const text = (name: string): string => (fields[name] ?? '').trim().slice(0, MOST_CHARACTERS);
  return {
    day: text('until-day'),
    month: text('until-month'),
    year: text('until-year'),
    words: text('words'),
    answer: text('answer'),
    council: text('council'),
    period: text('month'),
  };
}

/** The day that was typed; one that is none stays for the rules to refuse. */
export const dayTyped = ({ day, month, year }: TypedPermission): Day =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
