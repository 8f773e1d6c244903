import type { Decimal } from '../decimal/decimal.js';
import type { Standing, ValueState } from '../observations/observation.js';
import type { Period } from '../periods/period.js';

/** One period of a series as known at a moment. `missing`: it was expected by then and had not come. */
export type JudgedPoint = {
  readonly period: Period;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  readonly value: Decimal | null;
  readonly state: ValueState;
  readonly standing: Standing | null;
};
