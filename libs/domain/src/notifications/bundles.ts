import { workingDaysAfter } from '../calendar/index.js';
import type { AlertRule } from '../judgement/index.js';
import { londonDay, londonInstant, type Day } from '../periods/index.js';
import { isGoodNews } from './decide-notifications.js';
import { MORNING } from './mute.js';

/** 9:00 by London's clocks of the next working day. */
export const nextMorning = (now: Date, holidays: ReadonlySet<Day>): Date =>
  londonInstant(workingDaysAfter(londonDay(now), 1, holidays), MORNING);

/**
 * When a message about an alert may leave the service: what has to be acted on at once; a finding to look at, and that an alert
 * has cleared, with the next working day's digest.
 */
export const departure = (
  { event, severity }: { readonly event: string; readonly severity: AlertRule['severity'] },
  now: Date,
  holidays: ReadonlySet<Day>,
): Date => (severity === 'act' && !isGoodNews(event) ? now : nextMorning(now, holidays));

/** A message that goes to one address outside, and the partnership (or council) whose messages go together. */
export type Departing = {
  readonly id: string;
  readonly subscriptionId: string;
  readonly group: string;
  /** False for what only goes along: it would have left later today. */
  readonly isDue: boolean;
};

/** One message outside: its first alert leads, and the others are carried by it. */
export type Bundle = {
  readonly leader: string;
  readonly carried: readonly string[];
  /** With the address, what there is one of: the group and the London day. */
  readonly key: string;
};

export const bundleKey = (group: string, now: Date): string => `${group} ${londonDay(now)}`;

/**
 * What goes out now, one message for each address and group; and what waits for the next morning, because a message went out
 * today already. So no address gets two about one council on one London day.
 * @param departing what is due, in its order, and what would leave later today: it goes along, or stays where it is; `wentOut` holds `address key` of today's messages.
 */
export function bundle(
  departing: readonly Departing[],
  wentOut: ReadonlySet<string>,
  now: Date,
): { readonly bundles: readonly Bundle[]; readonly waiting: readonly string[] } {
  const together = new Map<string, Departing[]>();
  for (const one of departing) {
    const key = `${one.subscriptionId} ${bundleKey(one.group, now)}`;
    together.set(key, [...(together.get(key) ?? []), one]);
  }
  const bundles: Bundle[] = [];
  const waiting: string[] = [];
  for (const [key, messages] of together) {
    const [first, ...others] = messages;
    if (!messages.some(({ isDue }) => isDue)) continue;
    if (wentOut.has(key)) waiting.push(...messages.map(({ id }) => id));
    else if (first)
      bundles.push({
        leader: first.id,
        carried: others.map(({ id }) => id),
        key: bundleKey(first.group, now),
      });
  }
  return { bundles, waiting };
}

/** What one message outside says of all that it carries: how many things, and neither figure nor measure nor council. */
export function bundleBody(events: readonly string[]): string {
  const cleared = events.filter(isGoodNews).length;
  const open = events.length - cleared;
  return [
    ...(open > 0
      ? [open === 1 ? 'One thing needs attention.' : `${open} things need attention.`]
      : []),
    ...(cleared > 0
      ? [
          cleared === 1
            ? 'One alert that you were told about has cleared.'
            : `${cleared} alerts that you were told about have cleared.`,
        ]
      : []),
  ].join(' ');
}
