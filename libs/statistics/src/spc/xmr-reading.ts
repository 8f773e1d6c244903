import type { AssuranceType, PointType, XmrResult } from './xmr-types.js';

/** More missing periods than this of the last twelve, and no icon is shown: what is missing is not missing at random. */
const MOST_MISSING = 3;

/** What may be said of a chart on this platform, which is more careful than the package. */
export type XmrReading = {
  /** `insufficient`: one point, none, or no limits. */
  readonly variation: PointType | 'insufficient';
  /** Null without a target, and where no direction is better. */
  readonly assurance: AssuranceType | 'insufficient' | null;
  /** All values of the last group are one: usually figures copied forward, so a matter of data quality. */
  readonly noVariationRecorded: boolean;
  /** The last group has fewer points than icons and alerts need: its limits are a trial. */
  readonly trial: boolean;
  readonly iconsShown: boolean;
  /** Whether a rule may notify anybody of this chart. */
  readonly mayAlert: boolean;
  /** What NHSRplotthedots says in the same case; it calls missing limits "inconsistent". */
  readonly ptdCompat: XmrResult['overall'];
};

/**
 * Reads the last group of a chart as the platform shows it. Icons need `minPointsForIcons` points (13 by default), limits,
 * some variation, and at most 3 of the last 12 periods missing (`missingOfLastTwelve`). Alerts need the points, the limits
 * and the variation; missing periods have an alert of their own.
 */
export function readXmr(
  { groups, overall }: XmrResult,
  { missing = 0 }: { readonly missing?: number } = {},
): XmrReading {
  const last = groups.at(-1);
  const hasLimits = last !== undefined && last.n > 1 && last.lpl !== null;
  const noVariationRecorded = last?.constant ?? false;
  const trial = last?.trial ?? true;
  const mayAlert = hasLimits && !trial && !noVariationRecorded;
  return {
    variation: hasLimits ? last.variationType : 'insufficient',
    assurance: hasLimits ? overall.assuranceType : overall.assuranceType && 'insufficient',
    ...{ noVariationRecorded, trial, mayAlert },
    iconsShown: mayAlert && missing <= MOST_MISSING,
    ptdCompat: overall,
  };
}
