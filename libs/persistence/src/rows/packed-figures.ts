import type { PackedFigures } from '#application/ports';
import type { Standing, ValueState } from '#domain/observations';
import type { Period } from '#domain/periods';

/** A figure as it is read to be packed; times in milliseconds since 1970. */
export type PackedRow = {
  council_id: number;
  metric: string;
  period: string;
  period_start: string;
  period_end: string;
  numerator: string | null;
  denominator: string | null;
  value: string | null;
  state: ValueState;
  published: boolean;
  known_seq: string;
  known_ms: number;
  approved_ms: number | null;
  withdrawn_ms: number | null;
};

const milliseconds = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

export const PACKED_COLUMNS = `r.council_id, r.metric, r.period, r.period_start::text as period_start,
  r.period_end::text as period_end, r.numerator::text as numerator, r.denominator::text as denominator,
  r.value::text as value, r.state, r.published, a.known_seq, ${milliseconds('a.known_at')} as known_ms,
  ${milliseconds('aa.known_at')} as approved_ms, ${milliseconds('w.known_at')} as withdrawn_ms`;

/** Rows as columns, in the same order. */
export function packFigures(rows: readonly PackedRow[]): PackedFigures {
  const metrics = new Map<string, number>();
  const keys = new Map<string, number>();
  const periods: Period[] = [];
  const placeOf = (known: Map<string, number>, key: string): number => {
    const at = known.get(key) ?? known.size;
    known.set(key, at);
    return at;
  };
  const periodOf = (row: PackedRow): number => {
    const at = placeOf(keys, row.period);
    periods[at] ??= periodIn(row);
    return at;
  };
  const times = (of: (row: PackedRow) => number | null): Float64Array =>
    Float64Array.from(rows, (row) => of(row) ?? NaN);
  return {
    councils: Int32Array.from(rows, (row) => row.council_id),
    metrics: Uint16Array.from(rows, (row) => placeOf(metrics, row.metric)),
    periods: Uint16Array.from(rows, periodOf),
    numerators: rows.map((row) => row.numerator),
    denominators: rows.map((row) => row.denominator),
    values: rows.map((row) => row.value),
    states: rows.map((row) => row.state),
    standings: rows.map((row): Standing => (row.published ? 'published' : 'provisional')),
    knownSeqs: times((row) => Number(row.known_seq)),
    knownAt: times((row) => row.known_ms),
    approvedAt: times((row) => row.approved_ms),
    withdrawnAt: times((row) => row.withdrawn_ms),
    lists: { metrics: [...metrics.keys()], periods },
  };
}

/** A stored period key is `timePeriod timeIdentifier`. */
function periodIn({ period, period_start, period_end }: PackedRow): Period {
  const space = period.indexOf(' ');
  return {
    timePeriod: period.slice(0, space),
    timeIdentifier: period.slice(space + 1),
    start: period_start,
    end: period_end,
  };
}
