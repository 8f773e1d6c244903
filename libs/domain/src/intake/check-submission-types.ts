import type { Decimal } from '../decimal/decimal.js';
import type { Metric, ReturnDefinition } from '../metrics/metric.js';
import type { Observation, ValueState } from '../observations/observation.js';
import type { Day, Period } from '../periods/period.js';
import type { Register } from '../register/register.js';
import type { Finding } from './finding.js';
import type { ValidationRule } from './validation-rule.js';

/** A figure that stands already: what rules compare with. */
export type KnownFigure = {
  readonly councilId: number;
  readonly metric: string;
  readonly period: string;
  readonly breakdown: string;
  readonly value: Decimal | null;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  readonly state: ValueState;
};

/**
 * Everything the rules may look at besides the rows themselves. `today` is the London day of receipt. A `return` is
 * checked against membership, windows and the sender's councils; a `published` file is known from its publication and
 * takes published metrics only.
 */
export type IntakeContext = {
  readonly source: 'return' | 'backfill' | 'published';
  readonly today: Day;
  /** What was sent is of the month that is running: rules that need a whole month stay silent. */
  readonly monthSoFar?: boolean;
  readonly holidays: ReadonlySet<Day>;
  readonly register: Register;
  readonly metrics: readonly Metric[];
  readonly returnDefinition: ReturnDefinition;
  readonly rules: readonly ValidationRule[];
  /** Councils the sender may send for; `all` for published files. */
  readonly mayWrite: 'all' | readonly number[];
  /** A council named once for the whole submission (API and form), where rows do not name one. */
  readonly defaultCouncil: string | null;
  /** The London day on which the same bytes were received for the same council; null when they never were. */
  readonly receivedBefore: Day | null;
  /** The month whose return page a file was sent from; null where there is no such page. */
  readonly expectedPeriod: Period | null;
  /** Whether a closed month of a council takes changes today, by an exception that DfE has made. */
  readonly isOpened: (councilId: number, period: string) => boolean;
  /** A published number of a council (its total), by metric and period key; null where none is known. */
  readonly publishedFigure: (councilId: number, metric: string, period: string) => Decimal | null;
  /** Current figures of the councils and periods concerned, and of the two years before. */
  readonly known: (
    councilId: number,
    metric: string,
    period: string,
    breakdown: string,
  ) => KnownFigure | undefined;
};

/** The outcome of checking: what may be stored, and everything that was said. */
export type CheckedSubmission = {
  /** Null when a file-scope block refused the whole. */
  readonly accepted: readonly Observation[] | null;
  readonly findings: readonly Finding[];
  /** Figures received (cells with a figure or an answer), accepted or not. */
  readonly receivedCount: number;
  /** Figures that equal what stands already: accepted, and no revision is made of them. */
  readonly unchangedCount: number;
};
