import { workerScope } from '#domain/access';
import { nextAttempt, RETRIES } from '#domain/judgement';
import { currentCode } from '../intake/current-code.js';
import { lostAccess } from './lost-access.js';
import type {
  Clock,
  Messenger,
  OutgoingMessage,
  Programme,
  ProgrammeSource,
  SendAttempt,
  TakenMessage,
  UnitOfWork,
} from '../ports/index.js';

/** How many are taken, and delivered side by side: a receiver that hangs holds up no other. */
const BATCH = 20;
/** For how long a message is taken: longer than any messenger needs. */
const LEASE_MS = 120_000;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly programme: ProgrammeSource;
  /** One for each channel that this process sends by. */
  readonly messengers: readonly Messenger[];
  /** A number from 0 up to, not including, 1; another one each time. */
  readonly uniform: () => number;
  /** Where the pages are, without a slash at the end. */
  readonly pages: string;
};

/**
 * Delivers what goes outside, at least once. A message is taken in one transaction, delivered in none, and recorded in
 * another: whoever dies in between leaves it to be taken again with the same id when its lease has ended, never lost.
 */
export class SendOutside {
  constructor(private readonly ports: Ports) {}

  /** Returns how many attempts were made. */
  async run(): Promise<number> {
    const channels = this.ports.messengers.map(({ channel }) => channel);
    if (channels.length === 0) return 0;
    const programme = await this.ports.programme.current();
    for (let attempts = 0; ;) {
      const now = this.ports.clock.now();
      const until = new Date(now.getTime() + LEASE_MS);
      const taken = await this.ports.unitOfWork.run(workerScope('notifications'), (stores) =>
        stores.notifications.claim({ now, until, channels, limit: BATCH }),
      );
      const ends = await Promise.allSettled(taken.map((one) => this.attempt(one, programme)));
      const broken = ends.find((end) => end.status === 'rejected');
      if (broken) throw broken.reason;
      attempts += taken.length;
      if (taken.length < BATCH) return attempts;
    }
  }

  private async attempt(message: TakenMessage, programme: Programme): Promise<void> {
    const attempt = await this.deliver(message, programme);
    const nextAt =
      attempt.outcome === 'failed'
        ? nextAttempt(message.tries, attempt.at, this.ports.uniform())
        : null;
    const isLast = attempt.outcome === 'failed' && nextAt === null;
    await this.ports.unitOfWork.run(workerScope('notifications'), (stores) =>
      stores.notifications.recordAttempt(
        message,
        isLast ? { ...attempt, outcome: 'dead' } : attempt,
        nextAt,
      ),
    );
  }

  private async deliver(message: TakenMessage, programme: Programme): Promise<SendAttempt> {
    const begun = this.ports.clock.now();
    const lost = lostAccess(message, programme, begun);
    if (lost !== null) return { at: begun, outcome: 'not-told', detail: lost };
    if (message.tries > RETRIES.most)
      return { at: begun, outcome: 'dead', detail: 'attempts were begun and none of them ended' };
    const messenger = this.ports.messengers.find(({ channel }) => channel === message.channel);
    if (!messenger) throw new Error(`no messenger for ${message.channel}`);
    const { outcome, detail } = await messenger.deliver(
      outgoing(message, programme, this.ports.pages),
      begun,
    );
    const at = this.ports.clock.now();
    return { at, outcome: outcome === 'refused' ? 'dead' : outcome, detail };
  }
}

/** What leaves the service of a message: where to look, and nothing of what is there. */
function outgoing(message: TakenMessage, { register }: Programme, pages: string): OutgoingMessage {
  const { id, event, alertId, test, subject, body, reason, secret } = message;
  return {
    ...{ id, event, alertId, test, subject, body, reason, secret },
    council: currentCode(register, message.councilId),
    rule: message.ruleCode,
    link: alertId === null ? `${pages}/alerts` : `${pages}/alerts/${alertId}`,
    settings: `${pages}/messages`,
    to: message.address,
    at: message.dueAt,
  };
}
