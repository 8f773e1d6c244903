import { timesBetween } from '../calendar/index.js';
import { addDays, londonDay } from '../periods/index.js';

/** Mondays at 8 by London's clocks. */
const SCHEDULE = '0 8 * * 1';
const DAY_MS = 86_400_000;
/** Where the address of the pages stands in the words of a message, which leaves from somewhere that knows it. */
export const PAGES = '{pages}';

/** The newest time at which a digest goes out, up to a moment. After downtime the older ones are not made up for. */
export const digestTime = (now: Date): Date => {
  const after = new Date(now.getTime() - 8 * DAY_MS);
  return timesBetween(SCHEDULE, { after, until: now, most: 3 }).at(-1) ?? after;
};

/** The week that a digest is about: the seven days before it. */
export const digestWeek = (at: Date): { readonly from: Date; readonly to: Date } => ({
  from: digestTime(new Date(at.getTime() - 1)),
  to: at,
});

/** How much there was of each thing in a week, and how many returns of the newest month that was due have not come. */
export type DigestCounts = {
  readonly opened: number;
  readonly cleared: number;
  readonly received: number;
  readonly corrected: number;
  readonly approved: number;
  readonly feedback: number;
  readonly answered: number;
  readonly milestones: number;
  readonly silent: { readonly councils: number; readonly month: string } | null;
};

const dayOf = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
});
const countOf = (n: number, one: string, many: string): readonly string[] =>
  n === 0 ? [] : [`${n} ${n === 1 ? one : many}`];

/**
 * What a weekly digest says: counts of things, each with where they are, and no figure, measure or council. One sentence where
 * nothing has changed. `home`: the path of the reader's own page, where returns are.
 */
export function digestBody(counts: DigestCounts, at: Date, home: string): string {
  const { silent } = counts;
  const lines = [
    lineOf('/alerts', [
      ...countOf(counts.opened, 'alert opened', 'alerts opened'),
      ...countOf(counts.cleared, 'alert cleared', 'alerts cleared'),
    ]),
    lineOf(home, [
      ...countOf(counts.received, 'delivery of figures came', 'deliveries of figures came'),
      ...countOf(counts.corrected, 'delivery corrected others', 'deliveries corrected others'),
      ...countOf(counts.approved, 'delivery was approved', 'deliveries were approved'),
    ]),
    lineOf('/feedback', [
      ...countOf(counts.feedback, 'piece of feedback was given', 'pieces of feedback were given'),
      ...countOf(counts.answered, 'piece was answered', 'pieces were answered'),
    ]),
    lineOf('/milestones', countOf(counts.milestones, 'milestone changed', 'milestones changed')),
  ].flat();
  const day = dayOf.format(new Date(`${addDays(londonDay(at), -1)}T12:00:00Z`));
  return [
    ...(lines.length === 0
      ? [`Nothing has changed in the week to Sunday ${day}.`]
      : [`In the week to Sunday ${day}:`, ...lines]),
    ...(silent
      ? lineOf(home, [
          `${silent.councils} ${silent.councils === 1 ? 'council has' : 'councils have'} not reported ${silent.month}`,
        ])
      : []),
  ].join('\n');
}

const lineOf = (path: string, counted: readonly string[]): readonly string[] =>
  counted.length === 0 ? [] : [`- ${counted.join(', ')}: ${PAGES}${path}`];
