import type { XmrReading } from './xmr-reading.js';

/**
 * Whether an assurance may be relied on; null where there is none. It compares a target with limits, and where the newest
 * figures are unusual those still rest on the time before. News that speaks for it leaves it standing: a concern where the
 * target was missed every time, an improvement where it was met. Any other overturns what used to be true (met every time, and
 * now falling; by chance, and now better), and nothing is known until there are limits of the new time. What the package calls
 * the assurance is not changed by this: a decision of the platform beyond "Making Data Count".
 */
export function assuranceStands({
  variation,
  assurance,
}: Pick<XmrReading, 'variation' | 'assurance'>): boolean | null {
  if (assurance === null || assurance === 'insufficient') return null;
  if (variation === 'special_cause_improvement') return assurance === 'consistent_pass';
  if (variation === 'special_cause_concern') return assurance === 'consistent_fail';
  return true;
}
