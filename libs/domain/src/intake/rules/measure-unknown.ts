import type { Finding } from '../finding.js';
import type { RowPlace } from '../row-place.js';
import { say } from '../say.js';
import type { Sheet } from '../sheet.js';

/** MEASURE_UNKNOWN: no measure and no box has this code. Names the code that is most like it. */
export function measureUnknown(
  { row, councilId, period }: RowPlace,
  { context, text, column, suggestion }: Sheet,
): readonly Finding[] {
  const value = text(row, 'measure');
  return say(
    context.rules,
    'MEASURE_UNKNOWN',
    { row: row.row, column: column('measure', row), value, councilId, period },
    { value: value.trim(), nearest: suggestion(value.trim()) ?? 'a code of the template' },
  );
}
