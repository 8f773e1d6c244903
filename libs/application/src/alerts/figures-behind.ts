import { TOTAL } from '#domain/observations';
import { periodFromKey, periodKey } from '#domain/periods';
import { countingOf } from '../judgement/standing-at.js';
import type { AlertStep, KnownRevision, Programme } from '../ports/index.js';

/** The figures that an alert fired by: as they were known when, and whether the council had approved them by then. */
export type FiguresBehind = {
  readonly at: Date;
  /** The place in the order of knowledge of the newest figure of the series that counted then. */
  readonly knownSeq: number;
  /** How many of the figures of the period that fired were approved (or published), and how many were not. */
  readonly approved: number;
  readonly provisional: number;
};

/**
 * The version of the data by which an alert fired, from its steps and every revision of its series; before it has fired, by
 * which it opened. Counted as judging counts them. Null where nothing counted, as when all was erased since.
 */
export function figuresBehind(
  steps: readonly AlertStep[],
  revisions: readonly KnownRevision[],
  programme: Programme,
): FiguresBehind | null {
  const step = steps.find(({ to }) => to === 'firing') ?? steps[0];
  const period = step && periodFromKey(step.period);
  if (!step || !period) return null;
  const moment = step.at.getTime();
  const counted = revisions.filter((one) => {
    const { from, until } = countingOf(one, programme);
    return one.breakdown === TOTAL && from <= moment && moment < until;
  });
  // In the order of seq: the last that counts for a place is the one that was judged.
  const judged = new Map(counted.map((one) => [`${one.metric} ${periodKey(one.period)}`, one]));
  if (judged.size === 0) return null;
  const own = [...judged.values()].filter(
    (one) => one.period.start >= period.start && one.period.end <= period.end,
  );
  const approved = own.filter(
    ({ standing, approvedAt }) =>
      standing === 'published' || (approvedAt !== null && approvedAt.getTime() <= moment),
  );
  return {
    at: step.at,
    knownSeq: Math.max(...[...judged.values()].map(({ knownSeq }) => knownSeq)),
    approved: approved.length,
    provisional: own.length - approved.length,
  };
}
