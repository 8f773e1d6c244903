import { mayRebase } from '#statistics';
import type { AssessedInput, AssessmentOptions } from './assessment-types.js';
import { controlChart } from './chart-series.js';

/** Why new limits are asked for: something is known to have changed, or a sustained shift has a known cause. */
export type RebaseGround = 'process-changed' | 'cause-of-shift-known';

/**
 * Whether a person may start new limits for a series as it stands: see `mayRebase`. A series without a chart may not, nor may
 * one be re-based from a day after its last figure or before its second.
 */
export function mayStartNewLimits(
  input: AssessedInput,
  { from, ground }: { readonly from: string; readonly ground: RebaseGround },
  options: AssessmentOptions,
): boolean {
  const chart = controlChart(input, options);
  const [first] = chart?.points ?? [];
  const last = chart?.points.at(-1);
  if (!chart || !first || !last || from <= first.date || from > last.date) return false;
  return mayRebase(chart, {
    processChanged: ground === 'process-changed',
    causeOfShift: ground === 'cause-of-shift-known',
  });
}
