import { workerScope } from '#domain/access';
import type { Clock, Messenger, UnitOfWork } from '../ports/index.js';

const BATCH = 100;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly messenger: Messenger;
};

/**
 * Delivers what is due by its messenger; every attempt has its line in the ledger.
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
        const attempt = await this.ports.messenger.deliver(notification, at);
        await stores.notifications.recordAttempt(notification, attempt);
      }
      return due.length;
    });
  }
}
