import { endOfLondonDay, formatDate, londonDay } from '../../format/format-time.js';
import { dayMonthsBefore } from '../../addresses/period-address.js';
import { fieldsOf, type FormFields } from '../../http/csrf.js';
import { figuresWords } from '../../words/figures.words.js';
import { dayBoxes, dayIn } from '../form-fields.js';

/** Which figures a page shows: as known when, and how far back. */
export type FiguresFilter = {
  /** The day as an address has it: `2024-06-01`; empty for today. */
  readonly known: string;
  /** The day as it was typed in three boxes, to be shown again. */
  readonly typed: FormFields;
  readonly asKnownAt: Date | null;
  /** The day in words; null for today's figures. */
  readonly asKnownOn: string | null;
  readonly everything: boolean;
  readonly from: string | null;
  readonly error: string | null;
};

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  new Date(`${text}T12:00:00Z`).toISOString().slice(0, 10) === text;

const isRealDay = (text: string): boolean =>
  !Number.isNaN(Date.parse(`${text}T12:00:00Z`)) && isDay(text);

/**
 * Reads the filter of an address. A day that is none, or not yet over, is an error and shows today's figures. `name`: that of the
 * day, where a page asks for more than one.
 */
export function readFilter(
  query: Readonly<Record<string, unknown>>,
  now: Date,
  name: string = 'known',
): FiguresFilter {
  const { known, typed } = dayAsked(fieldsOf(query), name);
  const everything = query['back'] === 'all';
  const isGood = known === '' || (isRealDay(known) && known <= londonDay(now));
  const asKnownAt = known !== '' && isGood ? endOfLondonDay(known) : null;
  return {
    known,
    typed,
    asKnownAt,
    asKnownOn: asKnownAt ? formatDate(known) : null,
    everything,
    from: everything ? null : dayMonthsBefore(asKnownAt ? known : londonDay(now), 24),
    error: isGood ? null : figuresWords.badDay,
  };
}

/** The day that is asked for: three boxes of the form, or one word of an address that was made by a page. */
export function dayAsked(
  query: FormFields,
  name: string,
): { readonly known: string; readonly typed: FormFields } {
  const boxes = [`${name}-day`, `${name}-month`, `${name}-year`] as const;
  if (boxes.some((box) => (query[box] ?? '').trim() !== ''))
    return { known: dayIn(query, name), typed: query };
  const known = (query[name] ?? '').trim();
  const [year = '', month = '', day = ''] = isRealDay(known) ? known.split('-') : [];
  const parts = [day.replace(/^0/, ''), month.replace(/^0/, ''), year];
  return { known, typed: Object.fromEntries(boxes.map((box, n) => [box, parts[n] ?? ''])) };
}

/** What is said where there is no figure: that there is none, or that none was known on the day. */
export const emptyWords = ({ asKnownOn }: FiguresFilter, none: string): string =>
  asKnownOn === null ? none : figuresWords.noneThen;

/** The filter as the form shows it. How far back is asked where many series stand; one that is shown whole has no such choice. */
export const presentFilter = (
  filter: FiguresFilter,
  action: string,
  of: 'monthly' | 'whole' = 'monthly',
) => ({
  action,
  day: dayBoxes(filter.typed, 'known'),
  back:
    of === 'whole'
      ? []
      : [
          { value: '', text: figuresWords.last24, selected: !filter.everything },
          { value: 'all', text: figuresWords.everything, selected: filter.everything },
        ],
  error: filter.error,
  notice: filter.asKnownOn === null ? null : figuresWords.knownOn(filter.asKnownOn),
  errors: filter.error
    ? { title: figuresWords.problem, items: [{ text: filter.error, href: '#known-day' }] }
    : null,
});

/** The day that a page speaks of as its address says it; empty for today. */
export const knownOf = ({ asKnownOn, known }: FiguresFilter): string =>
  asKnownOn === null ? '' : known;

/** The address of a page as it shows figures of the filter's day. */
export const addressAsKnown = (page: string, filter: FiguresFilter): string =>
  filter.asKnownOn === null ? page : `${page}?known=${encodeURIComponent(filter.known)}`;
