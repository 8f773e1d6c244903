import { addDays, londonDay } from '#domain/periods';
import { isMember } from '#domain/register';
import { recipientFor } from '../alerts/recipients.js';
import type { NotificationRecord, Programme, TakenMessage } from '../ports/index.js';

const whole = (moment: Date) => {
  const day = londonDay(moment);
  return { start: day, end: addDays(day, 1) };
};

/**
 * Why a recipient may no longer be told what was decided for them, in a few words; null while they may. Access is lost
 * when the council left the programme or its partnership since, or when the subscription has ended.
 */
export function lostAccess(
  message: NotificationRecord & Partial<Pick<TakenMessage, 'subscriptionEndedAt'>>,
  { register }: Programme,
  now: Date,
): string | null {
  const { audience, councilId, plannedAt, recipient } = message;
  if (message.subscriptionEndedAt && message.subscriptionEndedAt <= now)
    return 'the subscription has ended';
  if (councilId === null || audience === 'dfe') return null;
  if (recipientFor(audience, councilId, register) !== recipient)
    return 'the partnership no longer has this council';
  const was = isMember(register, councilId, whole(plannedAt));
  return was && !isMember(register, councilId, whole(now))
    ? 'the council is no longer in the programme'
    : null;
}
