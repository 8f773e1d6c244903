import type { NotificationRecord, SendAttempt } from './alert-store.js';

/** One way of telling people: how an attempt to deliver a message ended. Never throws for a message that fails. */
export abstract class Messenger {
  abstract readonly channel: NotificationRecord['channel'];
  abstract deliver(message: NotificationRecord, at: Date): Promise<SendAttempt>;
}
