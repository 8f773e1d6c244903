import { Messenger, type Delivery } from '#application/ports';
import type { AppConfig } from '#platform/config';
import { SmtpMessenger } from './smtp-messenger.js';
import { WebhookMessenger } from './webhook-messenger.js';

/** Stands where no mail server is given: the ledger says so, and a person sends again once there is one. */
class NoMailServer extends Messenger {
  readonly channel = 'email';

  deliver(): Promise<Delivery> {
    return Promise.resolve({ outcome: 'refused', detail: 'no mail server is set up (SMTP_URL)' });
  }
}

/** The messengers that a configuration gives, one for each way out of the service. */
export const openMessengers = ({
  SMTP_URL,
  MAIL_FROM,
  NODE_ENV,
}: Pick<AppConfig, 'SMTP_URL' | 'MAIL_FROM' | 'NODE_ENV'>): readonly Messenger[] => [
  SMTP_URL ? new SmtpMessenger({ url: SMTP_URL.reveal(), from: MAIL_FROM }) : new NoMailServer(),
  new WebhookMessenger({ production: NODE_ENV === 'production' }),
];
