import type { Entry } from '#domain/follow-up';
import type { AlertState } from '#domain/judgement';
import type { Bundle, HeldBy, Neighbour } from '#domain/notifications';
import type { AlertRecord } from './alert-store.js';
import type { NotificationRecord, SendAttempt } from './notification-store.js';

/** A message that is due, with the alert that it is about. */
export type DueMessage = NotificationRecord & {
  readonly wasHeld: boolean;
  /** False for what goes along with others before its time. */
  readonly isDue: boolean;
  /** Null for a reminder, a test, and what the board is told. */
  readonly alert: {
    readonly ruleCode: string;
    readonly metric: string | null;
    readonly state: AlertState;
    readonly resolvedAt: Date | null;
  } | null;
};

/** Why a message waits, and until when; without a moment, until what holds it has ended. */
export type Hold = {
  readonly held: HeldBy;
  readonly by: string | null;
  readonly until: Date | null;
  readonly reason: string;
};

/** Deciding who is told: what is due, what waits and why, and what goes outside together. */
export abstract class TellingStore {
  /** Makes due what waited for a silence that was ended early, or for another alert that is over, as its own may be. */
  abstract release(now: Date): Promise<void>;
  /** Messages for inboxes that are due. Nobody else takes any until the transaction ends. */
  abstract takeDue(now: Date, limit: number): Promise<readonly DueMessage[]>;
  abstract hold(id: string, hold: Hold): Promise<void>;
  /** The line in the ledger that closes a message. */
  abstract settle(message: NotificationRecord, attempt: SendAttempt): Promise<void>;
  /** Who was told that an alert is open: `alert recipient`. */
  abstract told(alertIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Open alerts of some councils by these rules. */
  abstract openBy(of: {
    readonly programmeId: number;
    readonly councilIds: readonly number[];
    readonly ruleCodes: readonly string[];
  }): Promise<readonly Neighbour[]>;
  /**
   * Alerts' messages outside that are not in a bundle: those that are due, and with them whatever else goes to the same addresses
   * before `dayEnds`. None while an inbox has something due, which may have to go with them. Nobody else takes any until the
   * transaction ends.
   */
  abstract takeDeparting(of: {
    readonly now: Date;
    readonly dayEnds: Date;
    readonly limit: number;
  }): Promise<readonly DueMessage[]>;
  /** Of these addresses and bundles' keys, those of which a message has gone out: `address key`. */
  abstract wentOut(
    subscriptionIds: readonly string[],
    keys: readonly string[],
  ): Promise<ReadonlySet<string>>;
  /** Ties messages together and lets them leave. */
  abstract bundle(bundle: Bundle, at: Date): Promise<void>;
  abstract postpone(ids: readonly string[], until: Date): Promise<void>;
  /** Open alerts that have fired, by id, with what people did about them. */
  abstract standing(of: {
    readonly programmeId: number;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<readonly { readonly alert: AlertRecord; readonly entries: readonly Entry[] }[]>;
}
