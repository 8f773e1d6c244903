import type { Audience } from '#domain/notifications';

/** How a message leaves the service: by email, or to another system's address. */
export type OutsideChannel = 'email' | 'webhook';

export type NotificationRecord = {
  readonly id: string;
  readonly programmeId: number;
  /** Null for a message about a whole month. */
  readonly councilId: number | null;
  /** The alert that it is about; null for a reminder, which is about the return of a month, and for a test. */
  readonly alertId: string | null;
  /** The key of the month of a reminder; null for an alert. */
  readonly period: string | null;
  readonly event: string;
  readonly audience: Audience;
  readonly recipient: string;
  /** Into the inbox of the pages, or outside. */
  readonly channel: 'in-app' | OutsideChannel;
  /** Where it goes outside the service; null in the inbox. */
  readonly subscriptionId: string | null;
  /** Sent by a person to see that messages arrive. */
  readonly test: boolean;
  readonly subject: string;
  readonly body: string;
  readonly reason: string;
  /** When it was decided; who has lost access since is not told. */
  readonly plannedAt: Date;
  readonly dueAt: Date;
};

/** Where the messages of one recipient go outside the service, from when, and until when. Never with its secret. */
export type Subscription = {
  readonly id: string;
  readonly programmeId: number;
  /** The council whose recipient it is; null for a partnership and DfE. */
  readonly councilId: number | null;
  readonly recipient: string;
  readonly channel: OutsideChannel;
  /** An email address or a URL. */
  readonly address: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  /** Whether messages about alerts and returns go there. */
  readonly alerts: boolean;
  /** Whether the weekly digest does. */
  readonly digest: boolean;
};

/** An alert's message that goes outside with another one: their outcome is one. */
export type CarriedMessage = NotificationRecord & { readonly ruleCode: string | null };

/** A message that a worker has taken for itself, with all that its delivery needs. */
export type TakenMessage = NotificationRecord & {
  readonly address: string;
  readonly secret: string | null;
  readonly subscriptionEndedAt: Date | null;
  readonly ruleCode: string | null;
  /** Messages that go with this one, by id. */
  readonly carried: readonly CarriedMessage[];
  /** Which attempt this is, from 1. */
  readonly n: number;
  /** How many attempts were begun since it was due, or since a person asked again; this one with them. */
  readonly tries: number;
};

/**
 * How one attempt ended. `failed` is tried again, `dead` is not, until a person asks for it; `not-told`: the recipient had
 * lost access.
 */
export type SendAttempt = {
  readonly at: Date;
  readonly outcome: 'delivered' | 'failed' | 'dead' | 'not-told';
  readonly detail: string;
};

export type MessageEnd = SendAttempt & Pick<NotificationRecord, 'id' | 'councilId'>;

/** A message that could not be delivered and waits for a person. */
export type DeadMessage = {
  readonly id: string;
  readonly recipient: string;
  readonly channel: OutsideChannel;
  readonly event: string;
  readonly test: boolean;
  readonly diedAt: Date;
  readonly tries: number;
  /** What the last attempt met. */
  readonly detail: string;
};

/** Sending: messages that may leave, and the ledger of every attempt. */
export abstract class NotificationStore {
  /**
   * Takes messages that go outside and are due, each with what it carries: nobody else does before `until`, when they are due again unless an attempt
   * was recorded. Each counts as tried from here on.
   */
  abstract claim(of: {
    readonly now: Date;
    readonly until: Date;
    readonly channels: readonly OutsideChannel[];
    readonly limit: number;
  }): Promise<readonly TakenMessage[]>;
  /**
   * The lines in the ledger of a message that was taken and of those that it carries, one an `end`. `nextAt` is when a failed
   * one is tried again.
   */
  abstract recordAttempt(
    message: Pick<TakenMessage, 'n'>,
    ends: readonly MessageEnd[],
    nextAt: Date | null,
  ): Promise<void>;
  /** Adds one message that a person sends as a test. */
  abstract addTest(message: NotificationRecord): Promise<void>;
  /** What waits for a person, newest first. */
  abstract dead(programmeId: number, most: number): Promise<readonly DeadMessage[]>;
  /** Makes a dead message due at a moment, with what it carries and all its attempts before it. False when there is none. */
  abstract revive(id: string, at: Date): Promise<boolean>;
}

/** Where messages go outside the service; which rows it sees is the scope's business. */
export abstract class SubscriptionStore {
  /** False when the recipient has this address already. */
  abstract add(subscription: Subscription, secret: string | null): Promise<boolean>;
  /** What stands of a recipient, oldest first, at most `most`. */
  abstract ofRecipient(
    programmeId: number,
    recipient: string,
    most: number,
  ): Promise<readonly Subscription[]>;
  /** What stands that the weekly digest goes to and stood at a moment. */
  abstract forDigest(programmeId: number, at: Date): Promise<readonly Subscription[]>;
  /** What stood of these recipients, for messages about alerts, at some time after a moment. */
  abstract standingAfter(
    programmeId: number,
    recipients: readonly string[],
    after: Date,
  ): Promise<readonly Subscription[]>;
  /** The subscription as it ended. Null when there is none that stands. */
  abstract end(id: string, by: { actor: string; at: Date }): Promise<Subscription | null>;
}
