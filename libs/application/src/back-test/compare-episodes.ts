import type { BackTestedCouncil, BackTestEpisode } from '../ports/index.js';

/**
 * What fired, compared with what the version in force would have fired: of one series at overlapping times it is the same
 * alert, told by both; otherwise one more, or one fewer.
 */
export function compareEpisodes(
  tried: readonly BackTestEpisode[],
  inForce: readonly BackTestEpisode[],
): NonNullable<BackTestedCouncil['compared']> {
  const ours = tried.filter(hasFired);
  const theirs = inForce.filter(hasFired);
  const both = ours.filter((one) => theirs.some((other) => overlap(one, other))).length;
  return {
    both,
    more: ours.length - both,
    fewer: theirs.filter((one) => !ours.some((other) => overlap(one, other))).length,
  };
}

type Fired = BackTestEpisode & { readonly firedAt: Date };

const hasFired = (one: BackTestEpisode): one is Fired => one.firedAt !== null;

const overlap = (a: Fired, b: Fired): boolean =>
  a.seriesKey === b.seriesKey &&
  (b.clearedAt === null || a.firedAt <= b.clearedAt) &&
  (a.clearedAt === null || b.firedAt <= a.clearedAt);
