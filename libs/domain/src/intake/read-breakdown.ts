import type { Metric } from '../metrics/metric.js';
import { TOTAL } from '../observations/observation.js';

/** The part of a measure that a breakdown text names; the total for none; undefined for an unknown one. */
export function breakdownOf(metric: Metric, text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' || wanted === TOTAL.toLowerCase()) return TOTAL;
  return metric.breakdown?.parts.find((part) =>
    [part.code, part.label].some((name) => name.toLowerCase() === wanted),
  )?.code;
}
