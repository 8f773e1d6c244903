import { londonDay, londonInstant, monthsBeforeDay } from '#domain/periods';
import type { Programme, Stores } from '../ports/index.js';

const SWEEP = 'retention';
const DAY_MS = 86_400_000;
/** Files deleted in one sweep at most; what is left waits for the next one. */
const BATCH = 200;

/**
 * Once a day, deletes what has been kept as long as the programme's retention says: files of accepted and of refused
 * submissions, in bounded batches, each with a tombstone. While a batch is full, the next sweep goes on. Idempotency keys
 * are forgotten at every sweep.
 */
export async function sweepRetention(
  stores: Stores,
  { register, retention }: Programme,
  now: Date,
): Promise<number> {
  const { programmeId } = register;
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  await stores.submissions.forgetKeysBefore(daysAgo(retention.idempotencyKeysDays));
  await stores.monthsSoFar.forgetEnded(now);
  const before = await stores.alerts.sweptUpTo(SWEEP);
  if (before !== null && now.getTime() - before.getTime() < DAY_MS) return 0;
  const accepted = await stores.erasures.dropFiles({
    programmeId,
    refused: false,
    before: londonInstant(monthsAgo(now, retention.acceptedFilesMonths), '00:00'),
    at: now,
    reason: `kept for ${retention.acceptedFilesMonths} months`,
    limit: BATCH,
  });
  const refused = await stores.erasures.dropFiles({
    programmeId,
    refused: true,
    before: daysAgo(retention.refusedFilesDays),
    at: now,
    reason: `kept for ${retention.refusedFilesDays} days`,
    limit: BATCH,
  });
  if (accepted < BATCH && refused < BATCH) await stores.alerts.setSweptUpTo(SWEEP, now);
  if (accepted + refused > 0)
    await stores.audit.record({
      programmeId,
      at: now,
      actor: 'retention',
      deed: 'files deleted',
      councilId: null,
      subject: SWEEP,
      detail: { accepted, refused },
    });
  return accepted + refused;
}

/** The first day of the month so many months ago: nothing goes before its time. */
const monthsAgo = (now: Date, months: number): string => monthsBeforeDay(londonDay(now), months);
