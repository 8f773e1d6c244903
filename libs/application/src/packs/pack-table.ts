import { CSV_START, csvLine } from '#domain/intake';
import type { Period } from '#domain/periods';
import type { SeriesPoint } from '../figures/series-types.js';
import { councilArea } from '../figures/areas.js';
import type { PackSeries } from './pack-series.js';

const COLUMNS = [
  ...['code', 'name', 'measure', 'definition', 'time_period', 'time_identifier', 'begins_on'],
  ...['value', 'state', 'numerator', 'denominator', 'standing', 'known_at', 'known_seq'],
  'kind_of_statistics',
];

const kindOf = ({ standing, demonstration }: SeriesPoint): string => {
  if (standing === 'published') return 'official statistics, as published';
  return demonstration
    ? 'management information, demonstration data'
    : 'management information, not official statistics';
};

type Row = { readonly period: Period; readonly cells: readonly (string | number | null)[] };

const known = (point: SeriesPoint): Row => ({
  period: point.period,
  cells: [
    ...[point.value, point.state, point.numerator, point.denominator, point.standing],
    ...[point.knownAt.toISOString(), point.knownSeq, kindOf(point)],
  ],
});

/** A period without a figure: `missing`, or `not yet approved` of one that was sent and left out. */
const without = (period: Period, state: string): Row => ({
  period,
  cells: [null, state, null, null, null, null, null, null],
});

/**
 * The figures of one series as a CSV file: every period from the first figure on, oldest first. What councils wrote beside their
 * figures stays out: it may have to be erased, and a pack never changes. Null where there is nothing to say.
 */
export function packTable({ council, metric, assessed, waiting }: PackSeries): string | null {
  const missing = assessed.points.filter(({ standing }) => standing === null);
  const rows = [
    ...assessed.series.points.map(known),
    ...missing.map(({ period }) => without(period, 'missing')),
    ...waiting.map((period) => without(period, 'not yet approved')),
  ].sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
  if (rows.length === 0) return null;
  const { code } = councilArea(council);
  const first = [code, council.name, metric.title, `${metric.major}.${metric.minor}`];
  const lines = rows.map(({ period, cells }) =>
    csvLine([...first, period.timePeriod, period.timeIdentifier, period.start, ...cells]),
  );
  return [CSV_START, csvLine(COLUMNS), ...lines].join('');
}
