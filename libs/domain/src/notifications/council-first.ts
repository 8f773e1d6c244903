import { workingInstantAfter } from '../calendar/index.js';
import type { AlertRule } from '../judgement/index.js';

/**
 * Whether an open alert is still with its council alone: it fired, and the rule's working days until DfE is told have not passed
 * by `now`. Never of a rule that tells DfE at once, or not at all.
 */
export function isWithCouncil(
  { firedAt }: { readonly firedAt: Date | null },
  rule: Pick<AlertRule, 'recipients'> | null,
  { now, holidays }: { readonly now: Date; readonly holidays: ReadonlySet<string> },
): boolean {
  const days = rule?.recipients.find(({ audience }) => audience === 'dfe')?.afterWorkingDays ?? 0;
  return firedAt !== null && days > 0 && workingInstantAfter(firedAt, days, holidays) > now;
}
