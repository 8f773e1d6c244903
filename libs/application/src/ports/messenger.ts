import type { OutsideChannel } from './notification-store.js';

/** One message as it leaves the service: no figure in it, and a link to where they are. */
export type OutgoingMessage = {
  /** The same at every attempt: a receiver that has seen it may drop it. */
  readonly id: string;
  readonly event: string;
  /** The one alert that it is about; null for several, and for none. */
  readonly alertId: string | null;
  /** Every alert that it is about, with its rule. */
  readonly alerts: readonly {
    readonly id: string;
    readonly rule: string | null;
    readonly link: string;
  }[];
  /** The council's statistical code; null where it is about no one council. */
  readonly council: string | null;
  readonly rule: string | null;
  readonly test: boolean;
  readonly subject: string;
  readonly body: string;
  readonly reason: string;
  readonly link: string;
  /** Where the recipient changes what they are told. */
  readonly settings: string;
  /** An email address or a URL. */
  readonly to: string;
  /** What a webhook is signed with. */
  readonly secret: string | null;
  /** When it was due. */
  readonly at: Date;
};

/** `failed` may be mended by time; `refused` is not. The detail holds no address, no secret and at most 200 characters. */
export type Delivery = {
  readonly outcome: 'delivered' | 'failed' | 'refused';
  readonly detail: string;
};

/** One way of telling people outside the service. Never throws for a message that fails, and ends within half a minute. */
export abstract class Messenger {
  abstract readonly channel: OutsideChannel;
  abstract deliver(message: OutgoingMessage, at: Date): Promise<Delivery>;
}
