import type { Revision, RevisionReasonKind, Standing, ValueState } from '#domain/observations';

export type RevisionRow = {
  metric: string;
  major: number;
  minor: number;
  council_id: number;
  breakdown: string;
  period: string;
  period_start: string;
  period_end: string;
  numerator: string | null;
  denominator: string | null;
  value: string | null;
  state: ValueState;
  symbol: string | null;
  comment: string | null;
  reason_kind: RevisionReasonKind | null;
  reason_text: string | null;
  demonstration: boolean;
  submission_id: string;
  known_seq: string;
  known_at: Date;
  standing: Standing;
};

const PLAIN =
  'metric major minor council_id breakdown period state symbol comment reason_kind reason_text demonstration submission_id';
const AS_TEXT = 'period_start period_end numerator denominator value';

export const revisionColumns = (alias: string): string =>
  [
    ...PLAIN.split(' ').map((column) => `${alias}.${column}`),
    ...AS_TEXT.split(' ').map((column) => `${alias}.${column}::text as ${column}`),
  ].join(', ');

/** A stored period key is `timePeriod timeIdentifier`, e.g. `2024 September`. */
const splitKey = (key: string): { timePeriod: string; timeIdentifier: string } => {
  const space = key.indexOf(' ');
  return { timePeriod: key.slice(0, space), timeIdentifier: key.slice(space + 1) };
};

export const toRevision = (row: RevisionRow): Revision => ({
  councilId: row.council_id,
  metric: row.metric,
  major: row.major,
  minor: row.minor,
  period: { ...splitKey(row.period), start: row.period_start, end: row.period_end },
  breakdown: row.breakdown,
  numerator: row.numerator,
  denominator: row.denominator,
  value: row.value,
  state: row.state,
  symbol: row.symbol,
  comment: row.comment,
  reason: row.reason_kind ? { kind: row.reason_kind, text: row.reason_text ?? '' } : null,
  knownSeq: Number(row.known_seq),
  knownAt: row.known_at,
  standing: row.standing,
  submissionId: row.submission_id,
  demonstration: row.demonstration,
});
