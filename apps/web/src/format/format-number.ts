import type { Decimal } from '#domain/decimal';
import type { Metric } from '#domain/metrics';
import { formatWords } from '../words/format.words.js';

/** By decimals: making one takes longer than a hundred numbers do. */
const forms = new Map<number, Intl.NumberFormat>();

function inBritishForm(value: Decimal, decimals: number): string {
  const form =
    forms.get(decimals) ??
    new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  forms.set(decimals, form);
  return form.format(Number(value));
}

/** A figure in the metric's own unit and decimals: `1,204`, `75.0%`, `12.10 per 100`, `£1,204`. */
export function formatNumber(value: Decimal, metric: Pick<Metric, 'unit' | 'decimals'>): string {
  const number = inBritishForm(value, metric.decimals);
  switch (metric.unit) {
    case 'count':
    case 'score':
    case 'category':
      return number;
    case 'percent':
      return `${number}%`;
    case 'per100':
      return formatWords.per100(number);
    case 'pounds':
      return number.startsWith('-') ? `-£${number.slice(1)}` : `£${number}`;
  }
}
