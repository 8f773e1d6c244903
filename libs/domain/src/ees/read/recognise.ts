import { err, ok, type Result } from '../../result.js';
import type { IntakeTable } from '../../intake/intake-table.js';
import type { EesMapping } from './mapping.js';

export type NotRecognised =
  | { readonly kind: 'none'; readonly sentence: string }
  | { readonly kind: 'several'; readonly sentence: string; readonly series: readonly string[] };

/** The mapping whose columns a file has; where several fit, its time identifier decides. */
export function recogniseEesFile(
  table: IntakeTable,
  mappings: readonly EesMapping[],
): Result<EesMapping, NotRecognised> {
  const columns = new Set(table.columns.map((name) => name.trim()));
  const byColumns = mappings.filter((mapping) =>
    mapping.recognise.every((name) => columns.has(name)),
  );
  const at = table.columns.findIndex((name) => name.trim() === 'time_identifier');
  const identifiers = new Set(table.rows.map((row) => (row.cells[at] ?? '').trim().toLowerCase()));
  const fitting = byColumns.filter(
    ({ recogniseTimeIdentifier: named }) =>
      named === undefined || identifiers.has(named.toLowerCase()),
  );
  const [only, second] = fitting;
  if (only && !second) return ok(only);
  const series = fitting.map((mapping) => mapping.series);
  if (only)
    return err({
      kind: 'several',
      series,
      sentence: `The columns fit ${series.join(' and ')}: their mappings must say what tells them apart.`,
    });
  return err({ kind: 'none', sentence: nearestSentence(columns, mappings) });
}

function nearestSentence(columns: ReadonlySet<string>, mappings: readonly EesMapping[]): string {
  const scored = mappings
    .map((mapping) => ({
      mapping,
      lacks: mapping.recognise.filter((name) => !columns.has(name)),
    }))
    .filter(({ mapping, lacks }) => lacks.length < mapping.recognise.length)
    .sort((a, b) => a.lacks.length - b.lacks.length);
  const [first] = scored;
  return first && first.lacks.length > 0
    ? `No mapping fits. ${first.mapping.series} is nearest, but the file has no column ${first.lacks.join(', ')}.`
    : 'No mapping has the columns and the time identifier of this file.';
}
