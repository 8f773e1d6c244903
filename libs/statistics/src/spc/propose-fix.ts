const SHORTEST = 13;
const LONGEST = 20;

/** Limits to fix: a group starts at this day's point, and its limits rest on this many points. */
export type FixProposal = { readonly rebaseDate: string; readonly fixAfterNPoints: number };

/**
 * The points to propose for the fixed limits of a chart before a reform goes live on a day (`YYYY-MM-DD`): the last 13 to 20
 * with a value before it, so that what the reform changes cannot widen the limits it is judged by. Null with fewer than 13. A
 * person confirms it, and its two fields become options of `xmr`. Source: NHS England "Making Data Count".
 */
export function proposeFix(
  points: readonly { readonly date: string; readonly value?: number | null }[],
  goLive: string,
): FixProposal | null {
  const before = points
    .filter(({ date, value }) => date < goLive && value !== null && value !== undefined)
    .map(({ date }) => date)
    .sort()
    .slice(-LONGEST);
  const [rebaseDate] = before;
  return rebaseDate === undefined || before.length < SHORTEST
    ? null
    : { rebaseDate, fixAfterNPoints: before.length };
}
