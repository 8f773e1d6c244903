import { csvLine } from '../../intake/csv/write-csv.js';
import type { EesTable } from './written.js';

/** A file of the pair line by line: UTF-8 without a mark before it, as the tools write it that DfE's guidance names. */
export function* eesLines({
  columns,
  rows,
}: Pick<EesTable, 'columns' | 'rows'>): Generator<string> {
  yield csvLine(columns);
  for (const row of rows) yield csvLine(row);
}
