import type { IntakeTable } from '#domain/intake';
import type { PublishedPeriod } from './timeline.js';

const COLUMNS = [
  'council',
  'time_period',
  'time_identifier',
  'measure',
  'numerator',
  'denominator',
  'value',
  'state',
];
const PLACE = ['council', 'time_period', 'time_identifier'];

type Row = Readonly<Record<string, string>>;

/**
 * The rows of a published file that are about these periods, in the form that every delivery has. A file is long, with a
 * `measure` in each row, or wide, with a column for each measure and an empty cell where nothing was published; a column
 * that would say the same in each row may be left out (`time_identifier`, where each year stands for one period).
 */
export function publishedTable(
  rows: readonly Row[],
  periods: readonly PublishedPeriod[],
): IntakeTable {
  const found: Row[] = [];
  for (const row of rows) {
    const period = periods.find(
      ({ timePeriod, timeIdentifier }) =>
        timePeriod === row['time_period'] &&
        (row['time_identifier'] === undefined || row['time_identifier'] === timeIdentifier),
    );
    if (period) found.push(...longRows({ ...row, time_identifier: period.timeIdentifier }));
  }
  return {
    columns: COLUMNS,
    rows: found.map((row, index) => ({
      row: index + 2,
      cells: COLUMNS.map((name) => row[name] ?? ''),
    })),
  };
}

const longRows = (row: Row): readonly Row[] =>
  row['measure'] !== undefined
    ? [row]
    : Object.entries(row)
        .filter(([name, value]) => !PLACE.includes(name) && value !== '')
        .map(([measure, value]) => ({ ...row, measure, value }));
