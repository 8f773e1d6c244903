import type { Metric } from '../../metrics/metric.js';
import { TOTAL } from '../../observations/observation.js';
import type { Finding } from '../finding.js';
import type { RowPlace } from '../row-place.js';
import { say } from '../say.js';
import type { Sheet } from '../sheet.js';

/** BREAKDOWN_UNKNOWN: the measure has no such part. */
export function breakdownUnknown(
  metric: Metric,
  { row, councilId, period }: RowPlace,
  { context, text, column }: Sheet,
): readonly Finding[] {
  const value = text(row, 'breakdown');
  const parts = metric.breakdown?.parts ?? [];
  const list = parts.length > 0 ? parts.map(({ code, label }) => `${code} (${label})`) : [TOTAL];
  return say(
    context.rules,
    'BREAKDOWN_UNKNOWN',
    { row: row.row, column: column('breakdown'), value, councilId, period, metric: metric.code },
    { value: value.trim(), list: list.join(', ') },
  );
}
