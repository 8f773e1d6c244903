import { GraphQLError } from 'graphql';
import { observationsToTable, type IntakeTable, type SentObservation } from '#domain/intake';
import { monthPeriod, periodFrom, type Period } from '#domain/periods';
import type { ObservationInput, PeriodInput } from '../types/inputs.js';

const orAbsent = (text: string | null | undefined): string | undefined => text ?? undefined;

/** The figures of a call as the table that every rule looks at. */
export const toTable = (observations: readonly ObservationInput[]): IntakeTable =>
  observationsToTable(observations.map(toSent));

const toSent = (input: ObservationInput): SentObservation => ({
  metric: input.metric,
  period:
    input.period.month != null
      ? { month: input.period.month }
      : {
          timePeriod: input.period.timePeriod ?? '',
          timeIdentifier: input.period.timeIdentifier ?? '',
        },
  breakdown: orAbsent(input.breakdown),
  numerator: orAbsent(input.numerator),
  denominator: orAbsent(input.denominator),
  value: orAbsent(input.value),
  state: orAbsent(input.state),
  comment: orAbsent(input.comment),
  reason: input.reason ?? undefined,
});

/** The period that a query names; an error in the caller's words when it is none. */
export function toAskedPeriod(input: PeriodInput | null | undefined): Period | null {
  if (!input) return null;
  const found = input.month != null ? monthPeriod(input.month) : readEes(input);
  if (found) return found;
  throw new GraphQLError(
    'This is not a period. Write { month: "2024-09" }, or { timePeriod: "2024", timeIdentifier: "September" }.',
    {
      extensions: { code: 'BAD_USER_INPUT' },
    },
  );
}

function readEes(input: PeriodInput): Period | null {
  const read = periodFrom(input.timePeriod ?? '', input.timeIdentifier ?? '');
  return read.ok ? read.value : null;
}
