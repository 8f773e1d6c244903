import { signOf, type BetterWhen } from '../oriented-baseline.js';
import { shareCheck, type ShareCheck } from './share-check.js';

/**
 * Whether revisions of a measure make it look better more often than every other time: the one-sided sign test. `changes` are
 * new value less old value, as written; those of 0 say nothing. Source of the test: Arbuthnot (1710).
 */
export function helpfulRevisions(changes: readonly number[], better: BetterWhen): ShareCheck {
  const moved = changes.filter((change) => change < 0 || change > 0);
  const helped = moved.filter((change) => signOf(better) * change > 0).length;
  return shareCheck(helped, moved.length, { expected: 0.5 });
}
