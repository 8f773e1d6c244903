import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import { typedAddress } from '#domain/notifications';
import type {
  Clock,
  DeadMessage,
  Ids,
  OutsideChannel,
  ProgrammeSource,
  Stores,
  Subscription,
  UnitOfWork,
  WakeUps,
} from '../ports/index.js';
import { recipientsIn, type Recipient } from './recipients.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wakeUps: WakeUps;
  /** What a webhook is signed with. */
  readonly newSecret: () => string;
};

/** What goes to an address. */
export type Gets = 'alerts' | 'digest' | 'both';

/** A subscription, and a webhook's secret, which cannot be read again. */
export type MadeSubscription = {
  readonly subscription: Subscription;
  readonly secret: string | null;
};

/** Whether a reader keeps where a recipient's messages go, or its digest alone, and sends it tests. */
export type RecipientChoice = {
  readonly recipient: Recipient;
  readonly keeps: boolean;
  readonly keepsDigest: boolean;
  readonly tests: boolean;
};

const MOST = { subscriptions: 20, dead: 100 } as const;
const TEST = {
  subject: 'Test message from the change programme',
  body: 'This is a test. Nothing needs attention.',
  reason: 'You are told because somebody tests that messages arrive.',
};

/**
 * Where the messages of a council, a partnership or DfE go outside the service. A council's approver keeps the council's
 * own, an administrator everybody's; analysts and administrators send tests.
 */
export class Subscriptions {
  constructor(private readonly ports: Ports) {}

  /** The recipients that a reader keeps or sends tests to. */
  async choices(reader: Reader): Promise<readonly RecipientChoice[]> {
    const { register } = await this.ports.programme.current();
    const tests = mayTest(reader);
    return recipientsIn(register)
      .map((recipient) => ({
        ...{ recipient, keeps: keeps(reader, recipient), tests },
        keepsDigest: keepsDigest(reader, recipient),
      }))
      .filter((one) => one.keeps || one.keepsDigest || tests);
  }

  /** What stands of a recipient that the reader keeps, oldest first, at most 20. */
  async ofRecipient(reader: Reader, key: string): Promise<readonly Subscription[]> {
    const found = await this.find(key);
    if (!found || !keepsDigest(reader, found.recipient)) return [];
    return this.ports.unitOfWork.run(scopeOf(reader), ({ subscriptions }) =>
      subscriptions.ofRecipient(found.programmeId, key, MOST.subscriptions),
    );
  }

  async add(request: {
    readonly reader: Reader;
    readonly recipient: string;
    readonly channel: OutsideChannel;
    readonly address: string;
    /** What goes there; messages about alerts and returns where nothing is said. */
    readonly gets?: Gets;
  }): Promise<Result<MadeSubscription, Refusal>> {
    const { reader, channel, gets = 'alerts' } = request;
    const found = await this.find(request.recipient);
    if (!found) return err(refusal('NOT_FOUND'));
    const may = gets === 'digest' ? keepsDigest : keeps;
    const isToBoard = found.recipient.audience === 'board' && gets !== 'alerts';
    if (isToBoard || !may(reader, found.recipient)) return err(refusal('NOT_ALLOWED'));
    const address = typedAddress(channel, request.address);
    if (address === null) return err(refusal('ADDRESS_WRONG'));
    const secret = channel === 'webhook' ? this.ports.newSecret() : null;
    const subscription: Subscription = {
      ...{ id: this.ports.ids.newId(), programmeId: found.programmeId },
      ...{ councilId: found.recipient.councilId, recipient: found.recipient.key },
      ...{ channel, address, createdAt: this.ports.clock.now(), createdBy: reader.actor },
      ...{ endedAt: null, endedBy: null },
      ...{ alerts: gets !== 'digest', digest: gets !== 'alerts' },
    };
    return this.ports.unitOfWork.run(scopeOf(reader), async (stores) => {
      const { subscriptions } = stores;
      const standing = await subscriptions.ofRecipient(
        found.programmeId,
        found.recipient.key,
        MOST.subscriptions,
      );
      if (standing.length >= MOST.subscriptions) return err(refusal('TOO_MANY_SUBSCRIPTIONS'));
      if (!(await subscriptions.add(subscription, secret)))
        return err(refusal('SUBSCRIPTION_STANDS'));
      await record(stores, subscription, reader, {
        deed: 'subscription added',
        at: subscription.createdAt,
      });
      return ok({ subscription, secret });
    });
  }

  /** Ends a subscription: what is on its way to it is not sent. */
  async end(request: {
    readonly reader: Reader;
    readonly id: string;
  }): Promise<Result<Subscription, Refusal>> {
    const { reader, id } = request;
    if (!keepsAny(reader)) return err(refusal('NOT_ALLOWED'));
    // Which of them the reader keeps is the rows' own business.
    const at = this.ports.clock.now();
    return this.ports.unitOfWork.run(scopeOf(reader), async (stores) => {
      const ended = await stores.subscriptions.end(id, { actor: reader.actor, at });
      if (!ended) return err(refusal('NOT_FOUND'));
      await record(stores, ended, reader, { deed: 'subscription ended', at });
      return ok(ended);
    });
  }

  /** Sends a message marked as a test to a recipient, by every way that messages go there. Answers its id. */
  async test(request: {
    readonly reader: Reader;
    readonly recipient: string;
  }): Promise<Result<string, Refusal>> {
    const { reader } = request;
    if (!mayTest(reader)) return err(refusal('NOT_ALLOWED'));
    const found = await this.find(request.recipient);
    if (!found) return err(refusal('NOT_FOUND'));
    const at = this.ports.clock.now();
    const { programmeId, recipient } = found;
    const { audience, councilId, key } = recipient;
    const id = this.ports.ids.newId();
    await this.ports.unitOfWork.run(scopeOf(reader), async ({ notifications, audit }) => {
      await notifications.addTest({
        ...{ id, programmeId, councilId, alertId: null, period: null, event: `test ${id}` },
        ...{ audience, recipient: key, channel: 'in-app', subscriptionId: null, test: true },
        ...{ ...TEST, plannedAt: at, dueAt: at },
      });
      await audit.record({
        ...{ programmeId, at, actor: reader.actor, deed: 'test message sent', councilId },
        ...{ subject: id, detail: { recipient: key } },
      });
    });
    await this.ports.wakeUps.wake('notifications');
    return ok(id);
  }

  /** Messages that could not be delivered and wait for an administrator, newest first, at most 100. */
  async dead(reader: Reader): Promise<readonly DeadMessage[]> {
    if (!keepsAll(reader)) return [];
    const { register } = await this.ports.programme.current();
    return this.ports.unitOfWork.run(scopeOf(reader), ({ notifications }) =>
      notifications.dead(register.programmeId, MOST.dead),
    );
  }

  /** Sends a message again that could not be delivered, with the same id. */
  async sendAgain(request: {
    readonly reader: Reader;
    readonly id: string;
  }): Promise<Result<null, Refusal>> {
    const { reader, id } = request;
    if (!keepsAll(reader)) return err(refusal('NOT_ALLOWED'));
    const at = this.ports.clock.now();
    const { register } = await this.ports.programme.current();
    const revived = await this.ports.unitOfWork.run(
      scopeOf(reader),
      async ({ notifications, audit }) => {
        if (!(await notifications.revive(id, at))) return false;
        await audit.record({
          ...{ programmeId: register.programmeId, at, actor: reader.actor },
          ...{ deed: 'message sent again', councilId: null, subject: id, detail: {} },
        });
        return true;
      },
    );
    if (!revived) return err(refusal('NOT_FOUND'));
    await this.ports.wakeUps.wake('notifications');
    return ok(null);
  }

  private async find(key: string): Promise<{ programmeId: number; recipient: Recipient } | null> {
    const { register } = await this.ports.programme.current();
    const recipient = recipientsIn(register).find((one) => one.key === key);
    return recipient ? { programmeId: register.programmeId, recipient } : null;
  }
}

/** Whoever keeps a council's keys keeps where its alerts go: its approver, and administrators for everybody. */
const keepsAll = (reader: Reader): boolean => scopeOf(reader).keepsKeys === 'all';
const keepsAny = (reader: Reader): boolean => {
  const { keepsKeys, grants } = scopeOf(reader);
  return keepsKeys === 'all' || keepsKeys.length > 0 || grants === 'all';
};
const keeps = (reader: Reader, { councilId }: Recipient): boolean =>
  councilId === null ? keepsAll(reader) : covers(scopeOf(reader).keepsKeys, councilId);

/** DfE's people say themselves where their weekly digest goes; the board has none. */
const keepsDigest = (reader: Reader, recipient: Recipient): boolean =>
  keeps(reader, recipient) || (recipient.key === 'dfe' && scopeOf(reader).grants === 'all');

const mayTest = (reader: Reader): boolean =>
  keepsAll(reader) || reader.roles.includes('dfe-analyst');

/** The audit row of a deed: which way, and never the address. */
const record = (
  { audit }: Stores,
  { id, programmeId, councilId, recipient, channel }: Subscription,
  { actor }: Reader,
  { deed, at }: { deed: string; at: Date },
): Promise<void> =>
  audit.record({
    ...{ programmeId, at, actor, deed, councilId },
    ...{ subject: id, detail: { recipient, channel } },
  });
