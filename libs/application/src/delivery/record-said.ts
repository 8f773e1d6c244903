import type { Stores } from '../ports/index.js';

/**
 * One audit line for what somebody said of a milestone or in feedback, and the council is judged again. Words stay where they
 * were said: the log names the entry.
 */
export async function recordSaid(
  stores: Stores,
  {
    id,
    programmeId,
    councilId,
  }: { readonly id: string; readonly programmeId: number; readonly councilId: number },
  { at, by, deed, entry }: { at: Date; by: string; deed: string; entry: number },
): Promise<void> {
  await stores.audit.record({
    ...{ programmeId, at, actor: by, deed, councilId, subject: id },
    detail: { entry },
  });
  await stores.alerts.queueSeries([{ programmeId, councilId, metric: null }]);
}
