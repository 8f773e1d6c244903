import fc from 'fast-check';
import { periodKey } from '#domain/periods';
import type { AlertStep } from '#application/ports';
import { standsAt } from '#domain/notifications';
import { Killed } from './memory.js';
import { monthAt, type Level } from './facts.js';
import type { World } from './world.js';

/** Something that happens; `council` and `which` are taken modulo what there is. */
export type Step =
  | {
      readonly kind: 'send';
      readonly council: number;
      readonly months: number;
      readonly level: Level;
    }
  | { readonly kind: 'approve' | 'withdraw' | 'acknowledge'; readonly which: number }
  | { readonly kind: 'wait'; readonly hours: number }
  | { readonly kind: 'silence'; readonly council: number; readonly days: number }
  | { readonly kind: 'end-silence'; readonly which: number }
  | { readonly kind: 'look' }
  | { readonly kind: 'killed'; readonly writes: number };

const which = fc.nat({ max: 50 });

/** What happens to a programme, in the order in which it may. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      council: which,
      months: fc.nat({ max: 2 }),
      level: fc.constantFrom<Level>('good', 'bad', 'bad', 'between'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'approve' as const,
        'approve' as const,
        'withdraw' as const,
        'acknowledge' as const,
      ),
      which,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      hours: fc.integer({ min: 1, max: 500 }),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'look' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('silence' as const),
      council: which,
      days: fc.integer({ min: 1, max: 60 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('end-silence' as const), which }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('killed' as const), writes: fc.nat({ max: 12 }) }),
  },
);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** No run lasts longer than the months of two years: a longer one would say nothing new. */
const LAST = new Date('2025-01-31T00:00:00Z');

const pick = <T>(from: readonly T[], index: number): T | undefined => from[index % from.length];

/** Lets a step happen. What cannot happen, as approving when nothing waits for it, changes nothing. */
export async function happen(world: World, step: Step): Promise<void> {
  // Two things never happen at one moment.
  world.now = new Date(world.now.getTime() + MINUTE_MS);
  switch (step.kind) {
    case 'send':
      return send(world, step);
    case 'approve': {
      const sent = pick(
        world.sent.filter((one) => !one.approvedAt && !one.withdrawnAt),
        step.which,
      );
      if (!sent) return;
      sent.approvedAt = world.now;
      return world.wait(sent.councilId);
    }
    case 'withdraw': {
      const sent = pick(
        world.sent.filter((one) => !one.withdrawnAt),
        step.which,
      );
      if (!sent) return;
      sent.withdrawnAt = world.now;
      return world.wait(sent.councilId);
    }
    case 'acknowledge': {
      const alert = pick(
        world.alerts().filter(({ state }) => state !== 'resolved'),
        step.which,
      );
      if (alert) world.acknowledge(alert.id);
      return;
    }
    case 'wait': {
      const later = new Date(world.now.getTime() + step.hours * HOUR_MS);
      if (later < LAST) world.now = later;
      return;
    }
    case 'silence': {
      const councilId = pick(world.councilIds, step.council);
      if (councilId !== undefined) world.silence(councilId, step.days);
      return;
    }
    case 'end-silence':
      return world.endSilence(step.which);
    case 'look':
      return world.look();
    case 'killed':
      return killed(world, step.writes);
  }
}

/** Figures of one of the last months that have ended. */
function send(world: World, { council, months, level }: Extract<Step, { kind: 'send' }>): void {
  const ended = (world.now.getUTCFullYear() - 2023) * 12 + world.now.getUTCMonth() - 1;
  const councilId = pick(world.councilIds, council);
  if (councilId !== undefined && ended >= 0)
    world.send(councilId, monthAt(Math.max(0, ended - months)), level);
}

async function killed(world: World, writes: number): Promise<void> {
  world.memory.writesLeft = writes;
  try {
    await world.look();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    world.memory.writesLeft = null;
  }
}

/**
 * What is wrong in the record after the worker has looked: nothing, whatever happened before. Alerts stand where a fresh replay
 * of all history puts them; none is resolved by a month without figures; and everybody who had to be told of a firing is,
 * once.
 */
export async function faults(world: World): Promise<readonly string[]> {
  world.now = new Date(world.now.getTime() + MINUTE_MS);
  await world.look();
  const found = [...(await world.differences())];
  for (const alert of world.alerts()) {
    const steps = world.stepsOf(alert.id);
    const ends = steps.filter(({ to }) => to === 'resolved');
    for (const end of ends) {
      const { period, reason, at, noData } = end;
      const hasFigures = world.sent.some(
        (one) =>
          one.councilId === alert.councilId && periodKey(one.period) === period && one.at <= at,
      );
      if (noData || !(hasFigures || reason.startsWith('The figures were corrected')))
        found.push(`${alert.id} was cleared by silence: ${period}`);
    }
    const firings = new Set(steps.filter(begins).map(({ at }) => at.getTime())).size;
    const planned = world
      .messages()
      .filter((one) => one.alertId === alert.id && one.event.startsWith('fired'))
      .filter(({ recipient }) => recipient === 'dfe').length;
    if (planned !== firings)
      found.push(`${alert.id}: ${planned} messages to DfE of ${firings} firings`);
  }
  return [...found, ...messageFaults(world)];
}

/** Whether somebody has to be told that an alert fired: it does, or corrected figures say that it did and is not over. */
const begins = ({ from, to }: AlertStep): boolean =>
  (to === 'firing' && from !== 'firing') ||
  (to === 'recovering' && (from === 'pending' || from === 'resolved'));

/**
 * What is wrong with what people were told: something due that neither arrived nor waits for what stands, or was left out
 * although its alert is still open; and good news about what somebody was never told.
 */
function messageFaults(world: World): readonly string[] {
  const alerts = new Map(world.alerts().map((alert) => [alert.id, alert]));
  const messages = world.messages();
  return messages.flatMap((message): readonly string[] => {
    const { id, alertId, end, hold, dueAt, event, recipient, councilId } = message;
    const name = `${alertId} ${event} to ${recipient}`;
    const isOpening = event.startsWith('fired');
    const alert = alerts.get(alertId ?? '');
    if (end === null && dueAt <= world.now) {
      const isHeld = world.silences.some(
        (one) => one.id === hold?.by && one.councilId === councilId && standsAt(one, world.now),
      );
      return isHeld ? [] : [`${name} (${id}) is due and waits for nothing`];
    }
    if (end === 'not-told' && isOpening && alert?.resolvedAt === null && !hasEnded(world, alert.id))
      return [`${name} was not told, and its alert is open`];
    const wasTold = messages.some(
      (one) =>
        one.alertId === alertId &&
        one.recipient === recipient &&
        one.end === 'delivered' &&
        one.event.startsWith('fired'),
    );
    return end === 'delivered' && !isOpening && !wasTold ? [`${name} is news to nobody`] : [];
  });
}

/** Whether an alert was over at some time: corrected figures can open it again, and that is told anew. */
const hasEnded = (world: World, alertId: string): boolean =>
  world.stepsOf(alertId).some(({ to }) => to === 'resolved');
