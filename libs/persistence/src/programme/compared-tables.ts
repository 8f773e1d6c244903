import { periodKey } from '#domain/periods';
import type { ProgrammeData } from './programme-data.js';
import type { Table } from './register-tables.js';

/** What published series are compared with, and how yearly files are read. */
export const comparedTables = (
  data: ProgrammeData,
  p: { programme_id: number },
): readonly Table[] => [
  {
    name: 'area_figure',
    columns:
      'programme_id int, metric text, area_code text, period text, published_on date, period_start date, period_end date, numerator numeric, denominator numeric, value numeric, state text, symbol text',
    key: 'programme_id, metric, area_code, period, published_on',
    rows: data.areaFigures.map((x) => ({
      ...p,
      metric: x.metric,
      area_code: x.areaCode,
      period: periodKey(x.period),
      published_on: x.publishedOn,
      period_start: x.period.start,
      period_end: x.period.end,
      numerator: x.numerator,
      denominator: x.denominator,
      value: x.value,
      state: x.state,
      symbol: x.symbol,
    })),
  },
  {
    name: 'statistical_neighbour',
    columns: 'council_id int, vintage text, rank int, neighbour_id int, closeness text',
    key: 'council_id, vintage, rank',
    rows: data.neighbours.map((x) => ({
      council_id: x.councilId,
      vintage: x.vintage,
      rank: x.rank,
      neighbour_id: x.neighbourId,
      closeness: x.closeness,
    })),
  },
  {
    name: 'ees_definition',
    columns: 'programme_id int, mappings jsonb, reference jsonb',
    key: 'programme_id',
    rows: [{ ...p, ...data.ees }],
  },
];
