import { workerScope } from '#domain/access';
import { bundleBody, nextAttempt, PAGES, RETRIES } from '#domain/notifications';
import { homeOf } from '../alerts/recipients.js';
import { currentCode } from '../intake/current-code.js';
import { lostAccess } from './lost-access.js';
import type {
  CarriedMessage,
  Clock,
  MessageEnd,
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
    const begun = this.ports.clock.now();
    const lost = new Map(
      [message, ...message.carried].map((one) => [
        one.id,
        lostAccess({ ...one, subscriptionEndedAt: message.subscriptionEndedAt }, programme, begun),
      ]),
    );
    const told = [message, ...message.carried].filter(({ id }) => lost.get(id) === null);
    const attempt = await this.deliver(message, { told, programme, begun });
    const nextAt =
      attempt.outcome === 'failed'
        ? nextAttempt(message.tries, attempt.at, this.ports.uniform())
        : null;
    const isLast = attempt.outcome === 'failed' && nextAt === null;
    const end: SendAttempt = isLast ? { ...attempt, outcome: 'dead' } : attempt;
    const ends = [message, ...message.carried].map(({ id, councilId }): MessageEnd => {
      const detail = lost.get(id) ?? null;
      // Who leads goes on while the others are tried again.
      const isOut = detail !== null && (id !== message.id || nextAt === null);
      return { id, councilId, ...end, ...(isOut ? { outcome: 'not-told', detail } : {}) };
    });
    await this.ports.unitOfWork.run(workerScope('notifications'), (stores) =>
      stores.notifications.recordAttempt(message, ends, nextAt),
    );
  }

  /** `told`: the messages, of this one and those that it carries, whose recipient may still be told. */
  private async deliver(
    message: TakenMessage,
    { told, programme, begun }: { told: readonly Told[]; programme: Programme; begun: Date },
  ): Promise<SendAttempt> {
    if (told.length === 0) return { at: begun, outcome: 'not-told', detail: 'nobody may be told' };
    if (message.tries > RETRIES.most)
      return { at: begun, outcome: 'dead', detail: 'attempts were begun and none of them ended' };
    const messenger = this.ports.messengers.find(({ channel }) => channel === message.channel);
    if (!messenger) throw new Error(`no messenger for ${message.channel}`);
    const { outcome, detail } = await messenger.deliver(
      outgoing(message, { told, programme, pages: this.ports.pages }),
      begun,
    );
    const at = this.ports.clock.now();
    return { at, outcome: outcome === 'refused' ? 'dead' : outcome, detail };
  }
}

type Told = CarriedMessage;

/** What leaves the service of a message and of those that it carries: where to look, and nothing of what is there. */
function outgoing(
  message: TakenMessage,
  { told, programme, pages }: { told: readonly Told[]; programme: Programme; pages: string },
): OutgoingMessage {
  const { id, test, subject, reason, secret } = message;
  const alerts = told.flatMap(({ alertId: alert, ruleCode: rule }) =>
    alert === null ? [] : [{ id: alert, rule, link: `${pages}/alerts/${alert}` }],
  );
  const [first] = alerts.length === 1 ? alerts : [];
  const [only] = told.length === 1 ? told : [];
  return {
    ...{ id, test, subject, reason, secret, alerts },
    event: only?.event ?? 'several',
    body: only?.body.replaceAll(PAGES, pages) ?? bundleBody(told.map(({ event }) => event)),
    alertId: first?.id ?? null,
    council: currentCode(programme.register, onlyCouncil(told)),
    rule: first?.rule ?? null,
    link: first?.link ?? `${pages}${placeOf(message)}`,
    settings: `${pages}/messages`,
    to: message.address,
    at: message.dueAt,
  };
}

/** Where a message about no one alert leads. */
const placeOf = ({ event, recipient }: TakenMessage): string =>
  recipient === 'board' || event.startsWith('digest ') ? homeOf(recipient) : '/alerts';

/** The one council that messages are about; null for several, and for none. */
function onlyCouncil(told: readonly Told[]): number | null {
  const [first, ...others] = new Set(told.map(({ councilId }) => councilId));
  return others.length === 0 ? (first ?? null) : null;
}
