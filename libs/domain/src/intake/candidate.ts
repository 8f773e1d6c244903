import type { Decimal } from '../decimal/decimal.js';
import type { Metric } from '../metrics/metric.js';
import type { Observation, RevisionReason, ValueState } from '../observations/observation.js';
import type { Council } from '../register/register.js';
import type { Period } from '../periods/period.js';

/**
 * A figure on its way through the rules. `blocked` once any rule has refused it; words of a repetition may be added.
 */
export type Candidate = {
  readonly row: number;
  readonly column: string;
  readonly council: Council;
  readonly period: Period;
  readonly metric: Metric;
  readonly breakdown: string;
  /** The text as it was sent. */
  readonly sent: string;
  readonly value: Decimal | null;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  readonly state: ValueState;
  readonly symbol: string | null;
  comment: string | null;
  reason: RevisionReason | null;
  /** The measure it was worked out from, when it was not sent as a box itself. */
  readonly from: string | null;
  blocked: boolean;
};

/** What was read at a place. */
export type CandidateRead = Pick<
  Candidate,
  | 'sent'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'state'
  | 'symbol'
  | 'comment'
  | 'reason'
  | 'blocked'
>;

/** Field by field: there may be a million of them, and objects made by spreading others take ten times the memory. */
export const candidateAt = (
  at: Omit<Candidate, keyof CandidateRead>,
  read: CandidateRead,
): Candidate => ({
  row: at.row,
  column: at.column,
  council: at.council,
  period: at.period,
  metric: at.metric,
  breakdown: at.breakdown,
  from: at.from,
  sent: read.sent,
  value: read.value,
  numerator: read.numerator,
  denominator: read.denominator,
  state: read.state,
  symbol: read.symbol,
  comment: read.comment,
  reason: read.reason,
  blocked: read.blocked,
});

export const candidateKey = (
  c: Pick<Candidate, 'council' | 'period' | 'metric' | 'breakdown'>,
): string =>
  `${c.council.id} ${c.metric.code} ${c.period.timePeriod} ${c.period.timeIdentifier} ${c.breakdown}`;

/** The figure that a candidate stands for. */
export const observationOf = (c: Candidate): Observation => ({
  councilId: c.council.id,
  metric: c.metric.code,
  major: c.metric.major,
  period: c.period,
  breakdown: c.breakdown,
  numerator: c.numerator,
  denominator: c.denominator,
  value: c.value,
  state: c.state,
  symbol: c.symbol,
  comment: c.comment,
  reason: c.reason,
});
