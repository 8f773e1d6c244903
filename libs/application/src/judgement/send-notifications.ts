import { workerScope } from '#domain/access';
import { departure } from '#domain/notifications';
import type {
  Clock,
  DueMessage,
  Ids,
  NotificationRecord,
  Programme,
  ProgrammeSource,
  Stores,
  Subscription,
  UnitOfWork,
  WakeUps,
} from '../ports/index.js';
import { bundleMessages } from './bundle-messages.js';
import { decideAll, type Decided } from './telling.js';

const BATCH = 100;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly programme: ProgrammeSource;
  readonly wakeUps: WakeUps;
};

/**
 * Decides of what is due whether it is told, waits or is no news any more; places it in the inboxes of the pages, makes of each a
 * message for every subscription of its recipient, and ties together what leaves the service.
 * An inbox is rows of the same database as the ledger, so that delivery, its line and what follows commit together.
 */
export class SendNotifications {
  constructor(private readonly ports: Ports) {}

  /** Returns how many messages were due. */
  async run(): Promise<number> {
    const { unitOfWork, programme, clock, wakeUps } = this.ports;
    const current = await programme.current();
    await unitOfWork.run(workerScope('notifications'), ({ telling }) =>
      telling.release(clock.now()),
    );
    let placed = 0;
    for (let batch = BATCH; batch === BATCH; placed += batch)
      batch = await this.placeBatch(current);
    const leaving = await unitOfWork.run(workerScope('notifications'), (stores) =>
      bundleMessages(stores, current, clock.now()),
    );
    if (leaving > 0) await wakeUps.wake('notifications');
    return placed;
  }

  private async placeBatch(programme: Programme): Promise<number> {
    const now = this.ports.clock.now();
    const [due, outside] = await this.ports.unitOfWork.run(
      workerScope('notifications'),
      async (stores) => {
        const messages = await stores.telling.takeDue(now, BATCH);
        const decided = await decideAll(stores, programme, { messages, now });
        for (const one of decided) await place(stores, one, now);
        const leaving = decided.filter(({ telling, lost }) => telling.kind === 'tell' || lost);
        const copies = await this.copies(stores, programme, {
          messages: leaving.map(({ message }) => message),
          now,
        });
        await stores.alerts.notify(copies);
        return [messages.length, copies.filter(({ alertId }) => alertId === null).length];
      },
    );
    if (outside > 0) await this.ports.wakeUps.wake('notifications');
    return due;
  }

  /**
   * One message more for every subscription that stood when a message was decided, or that was added since. One that has
   * ended in between has its line in the ledger, too: its recipient was not told.
   */
  private async copies(
    stores: Stores,
    { register, alertRules, holidays }: Programme,
    { messages, now }: { readonly messages: readonly DueMessage[]; readonly now: Date },
  ): Promise<readonly NotificationRecord[]> {
    if (messages.length === 0) return [];
    const subscriptions = await stores.subscriptions.standingAfter(
      register.programmeId,
      [...new Set(messages.map(({ recipient }) => recipient))],
      new Date(Math.min(...messages.map(({ plannedAt }) => plannedAt.getTime()))),
    );
    const severities = new Map(alertRules.map(({ code, severity }) => [code, severity]));
    const leavesAt = ({ alert, event, dueAt }: DueMessage): Date => {
      const severity = severities.get(alert?.ruleCode ?? '') ?? 'act';
      return alert ? departure({ event, severity }, now, holidays) : dueAt;
    };
    return messages.flatMap((message) =>
      subscriptions
        .filter((one) => isFor(one, message))
        .map((one) => ({
          ...message,
          id: this.ports.ids.newId(),
          channel: one.channel,
          subscriptionId: one.id,
          dueAt: leavesAt(message),
        })),
    );
  }
}

/** The line in the ledger of an inbox, or that a message waits. */
async function place(
  { telling }: Stores,
  { message, telling: decided }: Decided,
  now: Date,
): Promise<void> {
  if (decided.kind === 'hold') return telling.hold(message.id, decided);
  const detail =
    decided.kind === 'tell' ? `placed in the inbox of ${message.recipient}` : decided.reason;
  const outcome = decided.kind === 'tell' ? 'delivered' : 'not-told';
  await telling.settle(message, { at: now, outcome, detail });
}

const isFor = ({ recipient, endedAt }: Subscription, message: NotificationRecord): boolean =>
  recipient === message.recipient && (endedAt === null || endedAt > message.plannedAt);
