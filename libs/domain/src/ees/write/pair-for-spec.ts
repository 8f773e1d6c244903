import type { Metric } from '../../metrics/index.js';
import { TOTAL } from '../../observations/index.js';
import { csvRows } from '../../intake/csv/csv-rows.js';
import type { IntakeTable } from '../../intake/intake-table.js';
import type { EesMapping } from '../read/mapping.js';
import { readScreenFile, type ScreenFile } from '../screen/screen-file.js';
import { eesLines } from './ees-lines.js';
import type { EesPair, EesTable } from './written.js';

const TIMES = { percent: 100, per100: 100, count: 1, pounds: 1, score: 1, category: 1 } as const;

const textOf = (table: EesTable): string => [...eesLines(table)].join('');

/** A file of a pair as DfE would get it. */
export const screenFileOf = (table: EesTable): ScreenFile =>
  readScreenFile(table.name, new TextEncoder().encode(textOf(table)));

/** A file of a pair as the importer reads it. */
export function intakeTableOf(table: EesTable): IntakeTable {
  const [head, ...rows] = csvRows(textOf(table), ',', { rows: 2_000_000, columns: 100 }).rows;
  return {
    columns: head?.cells ?? [],
    rows: rows.map(({ line, cells }) => ({ row: line, cells })),
  };
}

/** How the importer is told to read a pair of ours. */
export function mappingOf(pair: EesPair, metric: Metric): EesMapping {
  const indicators = pair.metadata.rows.filter(([, type]) => type === 'Indicator');
  const [value = '', numerator, denominator] = indicators.map(([name = '']) => name);
  const filter = pair.metadata.rows.find(([, type]) => type === 'Filter')?.[0];
  return {
    series: 'own',
    title: 'A pair of ours',
    recognise: [value],
    hold: {},
    ...(filter === undefined
      ? {}
      : {
          keep: {
            column: filter,
            breakdowns: Object.fromEntries([
              [TOTAL, TOTAL],
              ...(metric.breakdown?.parts ?? []).map(({ label, code }) => [label, code]),
            ]),
          },
        }),
    areas: {
      level: 'geographic_level',
      countryCode: 'country_code',
      regionCode: 'region_code',
      regionName: 'region_name',
      councilCode: 'new_la_code',
      oldCouncilCode: 'old_la_code',
      councilName: 'la_name',
    },
    indicators: [
      {
        metric: metric.code,
        value,
        ...(numerator === undefined ? {} : { numerator: [numerator] }),
        ...(denominator === undefined ? {} : { denominator: [denominator] }),
        rate: { times: TIMES[metric.unit], decimals: metric.decimals },
      },
    ],
    addsUp: [],
  };
}
