import { columnNames, type ColumnNames } from '#domain/intake';
import type { Programme, Stores, SubmissionSource } from '../ports/index.js';

/** How the names of columns of a delivery are understood: the programme's own, and what the council once said. */
export async function namesFor(
  stores: Stores,
  { metrics, register }: Programme,
  of: { readonly councilId: number | null; readonly source: SubmissionSource },
): Promise<ColumnNames> {
  const published = of.source === 'published';
  return columnNames(
    metrics.filter((metric) => (metric.type === 'published') === published),
    await stores.columnNames.meanings(register.programmeId, of.councilId),
  );
}
