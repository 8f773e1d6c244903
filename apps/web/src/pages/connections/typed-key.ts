import { KEY_DEEDS, KEY_LIMITS, type NewKeyTerms } from '#domain/access';
import { addDays, type Day } from '#domain/periods';
import type { FormFields } from '../../http/csrf.js';

/** The terms that the form offers in days; `day` is a day of one's own. */
export const TERMS = [30, KEY_LIMITS.days.usual, KEY_LIMITS.days.most] as const;
export const OVERLAPS = [0, 1, 7, KEY_LIMITS.overlapDays] as const;

/** A form about a key as it was typed, to be shown again as it was. */
export type TypedKey = {
  readonly label: string;
  readonly deeds: readonly string[];
  readonly term: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly overlap: string;
};

export const UNTYPED: TypedKey = {
  label: '',
  deeds: [],
  term: String(KEY_LIMITS.days.usual),
  day: '',
  month: '',
  year: '',
  overlap: '7',
};

const MOST_CHARACTERS = 200;

export function typedKey(fields: FormFields): TypedKey {
  const text = (name: string): string => (fields[name] ?? '').trim().slice(0, MOST_CHARACTERS);
  return {
    label: text('label'),
    deeds: KEY_DEEDS.filter((deed) => fields[deed] !== undefined),
    term: text('term'),
    day: text('last-day-day'),
    month: text('last-day-month'),
    year: text('last-day-year'),
    overlap: text('overlap'),
  };
}

/** The day so many days on, for an offered number; '' for what was not offered. */
const after = (today: Day, offered: readonly number[], text: string): string => {
  const found = offered.find((count) => String(count) === text);
  return found === undefined ? '' : addDays(today, found);
};

const ownDay = ({ day, month, year }: TypedKey): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** What a typed form asks for; a day that is none stays for the rules to refuse. */
export function termsOf(typed: TypedKey, today: Day): NewKeyTerms {
  const { label, deeds, term } = typed;
  return { label, deeds, lastDay: term === 'day' ? ownDay(typed) : after(today, TERMS, term) };
}

export const overlapDayOf = ({ overlap }: TypedKey, today: Day): string =>
  after(today, OVERLAPS, overlap);
