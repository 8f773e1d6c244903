import { workerScope } from '#domain/access';
import type { OutsideChannel } from '#application/ports';
import type { TestService } from './test-service.js';

export type MessageLine = {
  readonly id: string;
  readonly channel: string;
  readonly closed: boolean;
  readonly dead: boolean;
  readonly attempts: readonly string[] | null;
};

/** Every message to a recipient with how its attempts ended. */
export const messagesTo = (at: TestService, recipient: string): Promise<MessageLine[]> =>
  at.transactions.read(workerScope('spec'), (sql) =>
    sql.rows<MessageLine>(
      `select n.id, n.channel, n.closed, n.died_at is not null as dead,
         (select array_agg(t.outcome order by t.n) from notification_attempt t where t.notification_id = n.id) as attempts
       from notification n where n.recipient = $1 order by n.channel, n.id`,
      [recipient],
    ),
  );

/** Adds an address of a council by its approver, and answers the subscription's id. */
export async function subscribe(
  at: TestService,
  council: string,
  channel: OutsideChannel,
  address: string,
): Promise<string> {
  const reader = await at.reader('council-approver', council);
  const recipient = `council ${reader.councilIds[0]}`;
  const made = await at.service.subscriptions.add({ reader, recipient, channel, address });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.subscription.id;
}
