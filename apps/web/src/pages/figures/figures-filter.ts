import { endOfLondonDay, formatDate, londonDay } from '../../format/format-time.js';
import { dayMonthsBefore } from '../../addresses/period-address.js';
import { figuresWords } from '../../words/figures.words.js';

/** Which figures a page shows: as known when, and how far back. */
export type FiguresFilter = {
  /** As it was typed, to be shown again. */
  readonly known: string;
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

/** Reads the filter of an address. A day that is none, or not yet over, is an error and shows today's figures. */
export function readFilter(query: Readonly<Record<string, unknown>>, now: Date): FiguresFilter {
  const known = typeof query['known'] === 'string' ? query['known'].trim() : '';
  const everything = query['back'] === 'all';
  const isGood = known === '' || (isRealDay(known) && known <= londonDay(now));
  const asKnownAt = known !== '' && isGood ? endOfLondonDay(known) : null;
  return {
    known,
    asKnownAt,
    asKnownOn: asKnownAt ? formatDate(known) : null,
    everything,
    from: everything ? null : dayMonthsBefore(asKnownAt ? known : londonDay(now), 24),
    error: isGood ? null : figuresWords.badDay,
  };
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
  known: filter.known,
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
    ? { title: figuresWords.problem, items: [{ text: filter.error, href: '#known' }] }
    : null,
});

/** The day that a page speaks of as its address says it; empty for today. */
export const knownOf = ({ asKnownOn, known }: FiguresFilter): string =>
  asKnownOn === null ? '' : known;

/** The address of a page as it shows figures of the filter's day. */
export const addressAsKnown = (page: string, filter: FiguresFilter): string =>
  filter.asKnownOn === null ? page : `${page}?known=${encodeURIComponent(filter.known)}`;
