import { compareDecimals, parseDecimal, type Decimal } from '../decimal/decimal.js';
import type { Metric } from '../metrics/metric.js';

/** What a text in a figure's place turned out to be, or the one rule that speaks of it: the most specific. */
export type ReadValue =
  | { readonly kind: 'number'; readonly value: Decimal; readonly remark: string | null }
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault'; readonly code: string };

const THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const DATE = new RegExp(
  `^(?:\\d{1,2}[- ](?:${MONTH})[a-z]*(?:[- ]\\d{2,4})?|(?:${MONTH})[a-z]*[- ]\\d{2,4}|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}.*)$`,
  'i',
);
const SUPPRESSED =
  /^(?:[<≤]\s*=?\s*\d+|(?:fewer|less) than \d+|\*|~|:|c|low|k|u|suppressed|\[(?:c|low|k|u|x|z)\])$/i;
const ANSWER = /^(?:n\/?a|nil|none|null|unknown|tbc|not known|-|\.\.)$/i;
/** A share of one: `0.75`, but not `0.0`. */
const SHARE = /^0?\.\d*[1-9]\d*$/;

/** Whether a text hides a small number: `<5`, `*`, `c`, `low` and their like. */
export const isSuppressed = (text: string): boolean => SUPPRESSED.test(text);

/** Rules that look at the text, the most specific first. */
const TEXT_RULES: readonly (readonly [string, (text: string, metric: Metric) => boolean])[] = [
  [
    'VALUE_PERCENT_SENT',
    (text, metric) =>
      /^[+-]?[\d.,]+\s*%$/.test(text) || (metric.unit === 'count' && SHARE.test(text)),
  ],
  ['VALUE_SUPPRESSED', isSuppressed],
  ['VALUE_LOOKS_LIKE_DATE', (text) => DATE.test(text)],
  ['STATE_NOT_ALLOWED', (text) => ANSWER.test(text)],
];

/** A number in British form, `1,234.5`, or with a true minus sign; null for anything else. */
export function readNumber(text: string): Decimal | null {
  const plain = text.replace(/^\u2212/, '-');
  return parseDecimal(THOUSANDS.test(plain) ? plain.replaceAll(',', '') : plain);
}

/** Reads a figure's text (`1,234`, ` 6 `) against what its metric can be. */
export function readValue(raw: string, metric: Metric): ReadValue {
  const text = raw.trim();
  if (text === '') return { kind: 'empty' };
  if (/^\d{1,9}$/.test(text)) return { kind: 'number', value: String(Number(text)), remark: null };
  const spoken = TEXT_RULES.find(([, fits]) => fits(text, metric));
  if (spoken) return { kind: 'fault', code: spoken[0] };
  const value = readNumber(metric.unit === 'pounds' ? text.replace(/^([+-]?)£\s*/, '$1') : text);
  if (value === null) return { kind: 'fault', code: 'VALUE_NOT_A_NUMBER' };
  if ((value.split('.')[1]?.length ?? 0) > metric.decimals)
    return { kind: 'fault', code: 'VALUE_NOT_WHOLE' };
  const negative = compareDecimals(value, '0') < 0;
  if (negative && metric.unit !== 'pounds') return { kind: 'fault', code: 'VALUE_NEGATIVE' };
  return { kind: 'number', value, remark: negative ? 'VALUE_NEGATIVE' : null };
}
