import type { Decimal } from '../decimal/decimal.js';
import type { Period } from '../periods/period.js';

/** A number (0 is one), or one of five ways of not being one; kept apart from intake to export. */
export type ValueState = 'value' | 'missing' | 'z' | 'x' | 'c' | 'low';

/** Provisional until the council approves it; published when it comes from a published file. */
export type Standing = 'provisional' | 'approved' | 'published';

/** `Total` is a member of every dimension. */
export const TOTAL = 'Total';

/** The place of one figure: whose, of what (and by which definition), when, of which part. */
export type Cell = {
  readonly councilId: number;
  readonly metric: string;
  readonly major: number;
  readonly period: Period;
  readonly breakdown: string;
};

export type RevisionReasonKind = 'LATE_RECORD' | 'RECOUNT' | 'DEFINITION' | 'ERROR';
export type RevisionReason = { readonly kind: RevisionReasonKind; readonly text: string };

/** One figure as it was sent. Boxes carry `value`; published rates carry all three where they are known. */
export type Observation = Cell & {
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  readonly value: Decimal | null;
  readonly state: ValueState;
  /** The symbol of a published file, as it stood there. */
  readonly symbol: string | null;
  readonly comment: string | null;
  readonly reason: RevisionReason | null;
};

/** An accepted figure with its place in the history. Never updated: a correction is another revision. */
export type Revision = Observation & {
  readonly minor: number;
  readonly knownSeq: number;
  /** Known from: acceptance, or for published series the day of publication. */
  readonly knownAt: Date;
  readonly standing: Standing;
  readonly submissionId: string;
  readonly demonstration: boolean;
};
