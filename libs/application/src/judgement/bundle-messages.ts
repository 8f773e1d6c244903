import { bundle, bundleKey, nextMorning, type Departing } from '#domain/notifications';
import { addDays, londonDay, londonInstant } from '#domain/periods';
import { partnershipOf } from '../alerts/recipients.js';
import type { DueMessage, Programme, Stores } from '../ports/index.js';
import { decideAll } from './telling.js';

const MOST = 500;

/**
 * Ties together what is due outside the service: one message for each address and partnership, once a London day. What has to
 * wait, or is no news any more, is decided here once more: a digest leaves hours after the inbox was told.
 * Returns how many messages may leave.
 */
export async function bundleMessages(
  stores: Stores,
  programme: Programme,
  now: Date,
): Promise<number> {
  const { telling } = stores;
  const dayEnds = londonInstant(addDays(londonDay(now), 1), '00:00');
  const messages = await telling.takeDeparting({ now, dayEnds, limit: MOST });
  if (messages.length === 0) return 0;
  const departing: Departing[] = [];
  for (const { message, telling: decided } of await decideAll(stores, programme, {
    messages,
    now,
  })) {
    if (decided.kind === 'tell') departing.push(departingOf(message, programme));
    else if (decided.kind === 'hold') await telling.hold(message.id, decided);
    else await telling.settle(message, { at: now, outcome: 'not-told', detail: decided.reason });
  }
  const wentOut = await telling.wentOut(
    [...new Set(departing.map(({ subscriptionId }) => subscriptionId))],
    [...new Set(departing.map(({ group }) => bundleKey(group, now)))],
  );
  const { bundles, waiting } = bundle(departing, wentOut, now);
  for (const one of bundles) await telling.bundle(one, now);
  if (waiting.length > 0) await telling.postpone(waiting, nextMorning(now, programme.holidays));
  return bundles.length;
}

function departingOf(message: DueMessage, { register }: Programme): Departing {
  const { id, subscriptionId, councilId, recipient, isDue } = message;
  const partnership = councilId === null ? undefined : partnershipOf(councilId, register);
  const alone = councilId === null ? recipient : `council ${councilId}`;
  const group = partnership ? `partnership ${partnership.code}` : alone;
  return { id, subscriptionId: subscriptionId ?? '', group, isDue };
}
