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
const SUPPRESSED = /^(?:<\s*=?\s*\d+|\*|~|:|c|low|k|u|\[(?:c|low|k|u|x|z)\])$/i;
const ANSWER = /^(?:n\/?a|nil|none|null|unknown|tbc|not known|not applicable|-|\.\.)$/i;

/** Rules that look at the text, the most specific first. */
const TEXT_RULES: readonly (readonly [string, (text: string, metric: Metric) => boolean])[] = [
  [
    'VALUE_PERCENT_SENT',
    (text, metric) =>
      /^[+-]?[\d.,]+\s*%$/.test(text) || (metric.unit === 'count' && /^0?\.\d+$/.test(text)),
  ],
  ['VALUE_SUPPRESSED', (text) => SUPPRESSED.test(text)],
  ['VALUE_LOOKS_LIKE_DATE', (text) => DATE.test(text)],
  ['STATE_NOT_ALLOWED', (text) => ANSWER.test(text)],
];

/** Reads a figure's text in British form (`1,234`, ` 6 `) against what its metric can be. */
export function readValue(raw: string, metric: Metric): ReadValue {
  const text = raw.trim();
  if (text === '') return { kind: 'empty' };
  const spoken = TEXT_RULES.find(([, fits]) => fits(text, metric));
  if (spoken) return { kind: 'fault', code: spoken[0] };
  const money = metric.unit === 'pounds' ? text.replace(/^£\s*/, '') : text;
  const value = parseDecimal(THOUSANDS.test(money) ? money.replaceAll(',', '') : money);
  if (value === null) return { kind: 'fault', code: 'VALUE_NOT_A_NUMBER' };
  if ((value.split('.')[1]?.length ?? 0) > metric.decimals)
    return { kind: 'fault', code: 'VALUE_NOT_WHOLE' };
  const negative = compareDecimals(value, '0') < 0;
  if (negative && metric.unit !== 'pounds') return { kind: 'fault', code: 'VALUE_NEGATIVE' };
  return { kind: 'number', value, remark: negative ? 'VALUE_NEGATIVE' : null };
}
