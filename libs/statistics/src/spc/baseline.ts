import type { XmrResult } from './xmr-types.js';

const SHORTEST = 13;
const LONGEST = 20;
const SUSTAINED = 8;

/** A baseline to fix: it starts at this day's point and has this many points. */
export type BaselineProposal = { readonly from: string; readonly points: number };

/**
 * The baseline to propose before a reform goes live on a day: the last 13 to 20 points before it, so that what the reform
 * changes cannot widen the limits it is judged by. Null with fewer than 13. A person confirms it, as a rebase at `from` with
 * `fixAfterNPoints` = `points`.
 */
export function proposeBaseline(
  points: readonly { readonly date: string; readonly value?: number | null }[],
  goLive: string,
): BaselineProposal | null {
  const before = points
    .filter(({ date, value }) => date < goLive && value !== null && value !== undefined)
    .map(({ date }) => date)
    .sort()
    .slice(-LONGEST);
  const [from] = before;
  return from === undefined || before.length < SHORTEST ? null : { from, points: before.length };
}

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
