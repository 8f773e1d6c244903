import type { Metric, Unit } from '../../metrics/index.js';

/** What EES calls kinds of measurement; a name ends with its kind. */
const KINDS: Readonly<Record<Unit, string>> = {
  count: 'count',
  percent: 'percent',
  per100: 'rate',
  pounds: 'sum',
  score: 'score',
  category: 'count',
};
/** The units that EES shows with a figure; any other number has none. */
const UNITS: Readonly<Partial<Record<Unit, string>>> = { percent: '%', pounds: '£' };

/** Words of our codes that say the kind, which stands at the end instead. */
const KIND_WORDS = new Set(['n', 'pc', 'percent', 'count', 'rate']);
/** A column that has `sen_` in its name must be one of EES's filters. */
const RESERVED: Readonly<Record<string, string>> = { sen: 'special_needs' };

const MOST_NAME = 50;
const MOST_LABEL = 80;

/** Lower case with underscores: `waitingTime` becomes `waiting_time`. */
export const snakeCase = (text: string): string =>
  text
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');

/** `first`, cut between two words so that with `last` it is no longer than EES takes. */
function within(first: string, last: string, [most, gap]: readonly [number, string]): string {
  const room = most - last.length;
  if (first.length <= room) return first + last;
  const cut = first.slice(0, room + 1).lastIndexOf(gap);
  return first.slice(0, cut > 0 ? cut : room).replace(/[,;:]$/, '') + last;
}

/** The name of an indicator's column, as EES has them: what is measured, and last its kind. */
function columnName({ code }: Metric, last: string): string {
  const words = snakeCase(code)
    .split('_')
    .filter((word) => !KIND_WORDS.has(word))
    .map((word) => RESERVED[word] ?? word);
  return within(words.join('_'), `_${last}`, [MOST_NAME, '_']);
}

export type IndicatorColumn = {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
};

/** Whether the counts behind a rate stand in the file: not at all, as whole numbers, or as sums with decimals. */
export type Parts = 'none' | 'count' | 'sum';

/**
 * The columns of a metric: its value, and of a rate the two counts (or sums) behind it. Decimals are those that EES shows;
 * the cells keep all that there are, as its guidance asks.
 */
export function indicatorColumns(
  metric: Metric,
  { parts, demonstration }: { readonly parts: Parts; readonly demonstration: boolean },
): readonly IndicatorColumn[] {
  const labelled = (last: string): string =>
    within(metric.title, `${last}${demonstration ? ' (demonstration data)' : ''}`, [
      MOST_LABEL,
      ' ',
    ]);
  const value = {
    name: columnName(metric, KINDS[metric.unit]),
    label: labelled(metric.unit === 'per100' ? ', per 100' : ''),
    unit: UNITS[metric.unit] ?? '',
    decimals: metric.decimals,
  };
  if (parts === 'none') return [value];
  const part = (word: 'numerator' | 'denominator'): IndicatorColumn => ({
    name: columnName(metric, `${word}_${parts}`),
    label: labelled(`: ${word}`),
    unit: metric.unit === 'pounds' ? '£' : '',
    decimals: parts === 'count' ? 0 : 2,
  });
  return [value, part('numerator'), part('denominator')];
}
