import { FEWEST_BASELINE_POINTS } from './frozen-baseline.js';

export type NoAlertReason =
  | 'BASELINE_TOO_SHORT'
  | 'SIGMA_UNDEFINED'
  | 'LATEST_SUPPRESSED'
  | 'PROVISIONAL_NOT_MATURED'
  | 'RETURN_TOO_LATE'
  | 'RECENT_REBASE';

/** How the newest figure came; what is left out is no obstacle. */
export type ArrivalFlags = {
  readonly suppressed?: boolean;
  /** Nobody has approved it yet. */
  readonly provisional?: boolean;
  /** Working days since its return was due; below 0 before. Left out: 0. */
  readonly workingDaysPastDue?: number;
  /** Days by which its return came, or is still, late; left out: 0. */
  readonly daysLate?: number;
};

export type AlertCircumstances = {
  readonly baselinePoints: number;
  /** Whether some form of the rules has a spread to judge by. */
  readonly hasSpread: boolean;
  readonly latest: ArrivalFlags;
  /** Whether limits were set anew within the last three points. */
  readonly recentRebase: boolean;
};

/** A provisional figure that nobody withdrew stands from this working day after its due date on. */
const MATURE_AFTER = 10;
/** A return later than this many days is an alert of its own. */
const TOO_LATE = 45;

/** Why nothing may be alerted of a series at its newest point, the most basic reason first; null where nothing hinders. */
export function noAlertReason({
  baselinePoints,
  hasSpread,
  latest,
  recentRebase,
}: AlertCircumstances): NoAlertReason | null {
  if (baselinePoints < FEWEST_BASELINE_POINTS) return 'BASELINE_TOO_SHORT';
  if (!hasSpread) return 'SIGMA_UNDEFINED';
  if (latest.suppressed === true) return 'LATEST_SUPPRESSED';
  if (latest.provisional === true && (latest.workingDaysPastDue ?? 0) < MATURE_AFTER)
    return 'PROVISIONAL_NOT_MATURED';
  if ((latest.daysLate ?? 0) > TOO_LATE) return 'RETURN_TOO_LATE';
  return recentRebase ? 'RECENT_REBASE' : null;
}
