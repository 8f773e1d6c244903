import { workerScope } from '#domain/access';
import type { Clock, UnitOfWork } from '../ports/index.js';

const BATCH = 100;

type Ports = { readonly unitOfWork: UnitOfWork; readonly clock: Clock };

/**
 * Delivers what is due. The in-app inbox is a row of the same database, so that delivery and ledger commit together;
 * every attempt has its line.
 */
export class SendNotifications {
  constructor(private readonly ports: Ports) {}

  /** Returns how many messages were delivered. */
  async run(): Promise<number> {
    for (let delivered = 0; ;) {
      const batch = await this.deliverBatch();
      delivered += batch;
      if (batch < BATCH) return delivered;
    }
  }

  private deliverBatch(): Promise<number> {
    return this.ports.unitOfWork.run(workerScope('notifications'), async (stores) => {
      const at = this.ports.clock.now();
      const due = await stores.notifications.takeDue(at, BATCH);
      for (const notification of due) {
        await stores.notifications.recordAttempt(notification, {
          at,
          outcome: 'delivered',
          detail: `placed in the inbox of ${notification.recipient}`,
        });
      }
      return due.length;
    });
  }
}
