import { numberOf, type AssessedInput, type JudgedPoint } from '../../assessment/index.js';
import type { Basis } from '../../metrics/metric.js';

/** The month with which a year begins, in which a figure that grows within its year stands for itself. */
const YEAR_BEGINS: Partial<Record<Basis, string>> = {
  'cumulative-academic': 'September',
  'cumulative-financial': 'April',
};

/**
 * A series of what each month added: a figure less that of the month before; missing where either is not there. In the first
 * month of its year a cumulative figure stands for itself. Months that are left out do not apply. Without counts, since a
 * change has none, and without a plan.
 */
export function monthlyChanges(
  input: AssessedInput,
  leftOut: readonly string[] = [],
): AssessedInput {
  const begins = YEAR_BEGINS[input.metric.basis];
  return {
    ...input,
    metric: { ...input.metric, basis: 'flow' },
    plan: null,
    points: input.points.map((point, at) =>
      leftOut.includes(point.period.timeIdentifier)
        ? { ...point, ...{ numerator: null, denominator: null, value: null }, state: 'z' }
        : changeOf(
            point,
            point.period.timeIdentifier === begins ? 0 : before(input.points[at - 1]),
          ),
    ),
  };
}

const before = (point: JudgedPoint | undefined): number | null => (point ? numberOf(point) : null);

function changeOf(point: JudgedPoint, from: number | null): JudgedPoint {
  const to = numberOf(point);
  const change = to === null || from === null ? null : to - from;
  return {
    ...point,
    ...{ numerator: null, denominator: null },
    value: change === null ? null : String(change),
    state: change === null && point.state === 'value' ? 'missing' : point.state,
  };
}
