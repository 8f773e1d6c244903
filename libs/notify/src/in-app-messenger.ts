import { Messenger, type NotificationRecord, type SendAttempt } from '#application/ports';

/**
 * The inbox of the pages. The message is a row of the same database as the ledger, so that delivery and its line commit
 * together.
 */
export class InAppMessenger extends Messenger {
  readonly channel = 'in-app';

  deliver(message: NotificationRecord, at: Date): Promise<SendAttempt> {
    return Promise.resolve({
      at,
      outcome: 'delivered',
      detail: `placed in the inbox of ${message.recipient}`,
    });
  }
}
