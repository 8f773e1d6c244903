import { shareCheck, type ShareCheck } from './share-check.js';

export type DeadlineCase = {
  /** A council's returns, and those of them that came on the last day: whole numbers, 0 ≤ onLastDay ≤ returns. */
  readonly returns: number;
  readonly onLastDay: number;
  /** The share that came on the last day among the other councils: 0 to 1. */
  readonly othersShare: number;
};

/** Whether a council's returns come on the last day more often than the others' do, by more than chance. */
export function deadlineSubmissions({
  returns,
  onLastDay,
  othersShare,
}: DeadlineCase): ShareCheck | { readonly error: 'NOT_COUNTS' | 'NOT_A_SHARE' } {
  if (!Number.isInteger(returns) || !Number.isInteger(onLastDay)) return { error: 'NOT_COUNTS' };
  if (onLastDay < 0 || onLastDay > returns) return { error: 'NOT_COUNTS' };
  if (!(othersShare >= 0 && othersShare <= 1)) return { error: 'NOT_A_SHARE' };
  return shareCheck(onLastDay, returns, { expected: othersShare });
}
