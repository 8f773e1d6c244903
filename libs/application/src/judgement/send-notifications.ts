import { workerScope } from '#domain/access';
import { lostAccess } from './lost-access.js';
import type {
  Clock,
  Ids,
  NotificationRecord,
  Programme,
  ProgrammeSource,
  Stores,
  Subscription,
  UnitOfWork,
  WakeUps,
} from '../ports/index.js';

const BATCH = 100;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly programme: ProgrammeSource;
  readonly wakeUps: WakeUps;
};

/**
 * Places what is due in the inboxes of the pages, and makes of each a message for every subscription of its recipient.
 * An inbox is rows of the same database as the ledger, so that delivery, its line and what follows commit together.
 */
export class SendNotifications {
  constructor(private readonly ports: Ports) {}

  /** Returns how many messages were due. */
  async run(): Promise<number> {
    const programme = await this.ports.programme.current();
    for (let done = 0; ;) {
      const batch = await this.placeBatch(programme);
      done += batch;
      if (batch < BATCH) return done;
    }
  }

  private async placeBatch(programme: Programme): Promise<number> {
    const now = this.ports.clock.now();
    const [due, outside] = await this.ports.unitOfWork.run(
      workerScope('notifications'),
      async (stores) => {
        const taken = await stores.notifications.takeDue(now, BATCH);
        for (const message of taken) {
          const lost = lostAccess(message, programme, now);
          await stores.notifications.recordInbox(
            message,
            lost === null
              ? {
                  at: now,
                  outcome: 'delivered',
                  detail: `placed in the inbox of ${message.recipient}`,
                }
              : { at: now, outcome: 'not-told', detail: lost },
          );
        }
        const copies = await this.copies(stores, programme, taken);
        await stores.alerts.notify(copies);
        return [taken.length, copies.length];
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
    { register }: Programme,
    messages: readonly NotificationRecord[],
  ): Promise<readonly NotificationRecord[]> {
    if (messages.length === 0) return [];
    const subscriptions = await stores.subscriptions.standingAfter(
      register.programmeId,
      [...new Set(messages.map(({ recipient }) => recipient))],
      new Date(Math.min(...messages.map(({ plannedAt }) => plannedAt.getTime()))),
    );
    return messages.flatMap((message) =>
      subscriptions
        .filter((one) => isFor(one, message))
        .map((one) => ({
          ...message,
          id: this.ports.ids.newId(),
          channel: one.channel,
          subscriptionId: one.id,
        })),
    );
  }
}

const isFor = ({ recipient, endedAt }: Subscription, message: NotificationRecord): boolean =>
  recipient === message.recipient && (endedAt === null || endedAt > message.plannedAt);
