import type { FigureDeed, KnownChange, SeriesPoint } from '#application/figures';
import type { Metric } from '#domain/metrics';
import type { Council } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { formatFigure } from '../../format/format-figure.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatDate, formatMoment, londonDay } from '../../format/format-time.js';
import { compareWords as w } from '../../words/compare.words.js';
import { returnWords } from '../../words/return.words.js';
import type { FormFields } from '../../http/csrf.js';
import { readFilter } from '../figures/figures-filter.js';
import { dayBoxes } from '../form-fields.js';

export type TwoDays = {
  /** As addresses have them; empty for today. */
  readonly known: string;
  readonly and: string;
  /** As they were typed in their boxes. */
  readonly typed: { readonly known: FormFields; readonly and: FormFields };
  /** The ends of the two days; null while no first day is chosen, or one of them is wrong. */
  readonly moments: { readonly then: Date; readonly later: Date } | null;
  readonly faults: { readonly known: string | null; readonly and: string | null };
};

/** Reads the two days of an address; the second is today where it is empty. */
export function readTwoDays(query: Readonly<Record<string, unknown>>, now: Date): TwoDays {
  const first = readFilter(query, now);
  const second = readFilter(query, now, 'and');
  const later = second.asKnownAt ?? now;
  const isBefore = first.asKnownAt !== null && later < first.asKnownAt;
  const faults = {
    known: first.error === null ? null : w.badFirst,
    and: second.error !== null || isBefore ? w.badSecond : null,
  };
  return {
    ...{ known: first.known, and: second.known, faults },
    typed: { known: first.typed, and: second.typed },
    moments:
      first.asKnownAt && faults.known === null && faults.and === null
        ? { then: first.asKnownAt, later }
        : null,
  };
}

export type ComparePage = {
  readonly council: Council;
  readonly metric: Metric;
  readonly days: TwoDays;
  /** Newest first; none while nothing can be compared. */
  readonly changes: readonly KnownChange[];
  readonly now: Date;
};

/** One measure of a council as it was known on two days: what changed between them and why. */
export function presentCompare({ council, metric, days, changes, now }: ComparePage) {
  const { known, and, moments, faults } = days;
  const items = (['known', 'and'] as const).flatMap((name) => {
    const text = faults[name];
    return text === null ? [] : [{ text, href: `#${name}-day` }];
  });
  const [first, second] = [
    moments ? formatDate(known) : '',
    formatDate(and === '' ? londonDay(now) : and),
  ];
  return {
    title: w.title(council.name, metric.title),
    councilName: council.name,
    backLink: { href: addresses.monthlySeries(council.key, metric.code), text: metric.title },
    prePublication: metric.prePublication,
    hasErrors: items.length > 0,
    errors: items.length > 0 ? { title: w.problem, items } : null,
    days: (['known', 'and'] as const).map((name) => ({
      ...{
        name,
        label: name === 'known' ? w.first : w.second,
        items: dayBoxes(days.typed[name], name),
      },
      hint: name === 'known' ? false : { text: w.hint },
      error: faults[name] === null ? false : { text: faults[name] },
    })),
    ...{ council: council.key, metric: metric.code },
    said: moments ? (changes.length > 0 ? null : w.nothing(first, second)) : w.choose,
    table:
      changes.length > 0
        ? {
            caption: w.caption(first, second),
            head: [w.head.period, w.knownOn(first), w.knownOn(second), w.head.what],
            rows: changes.map(({ period, then, later, deeds }) => ({
              text: formatPeriod(period),
              href: addresses.figure(council.key, metric.code, period),
              then: pointWords(then, metric),
              later: pointWords(later, metric),
              deeds: deeds.map((deed) => deedLine(deed, metric)),
            })),
          }
        : null,
  };
}

const pointWords = (point: SeriesPoint | null, metric: Metric): string =>
  point ? formatFigure(point, metric) : w.notKnown;

/** What happened, leading to its receipt; what was published has none. */
const deedLine = ({ kind, at, submissionId, reason }: FigureDeed, { type }: Metric) => ({
  text: w.deed(w.deeds[kind], formatMoment(at)),
  href: type === 'published' ? null : addresses.receipt(submissionId),
  why: reason ? `${returnWords.reasonKinds[reason.kind] ?? reason.kind}. ${reason.text}` : null,
});
