import type { XmrResult } from './xmr-types.js';

const SUSTAINED = 8;

/**
 * Whether a named person may start new limits: because a process or definition is known to have changed, or because the last
 * 8 points or more lie on one side of the mean, in the direction of improvement or concern, and their cause is known. Never
 * automatic; the reason and the evidence are the person's. Source: NHS England "Making Data Count".
 */
export function mayRebase(
  { points }: XmrResult,
  known: { readonly processChanged: boolean; readonly causeOfShift: boolean },
): boolean {
  if (known.processChanged) return true;
  const last = points.slice(-SUSTAINED);
  const [first] = last;
  return (
    known.causeOfShift &&
    first !== undefined &&
    last.length === SUSTAINED &&
    first.relativeToMean !== 0 &&
    last.every(
      ({ relativeToMean, rebaseGroup, pointType }) =>
        relativeToMean === first.relativeToMean &&
        rebaseGroup === first.rebaseGroup &&
        !pointType.startsWith('special_cause_neutral'),
    )
  );
}
