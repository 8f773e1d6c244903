import type { Entry } from '#domain/follow-up';
import type { AlertRecord } from './alert-store.js';

/** What people do about alerts, written: entries are added in turn, and none is changed. */
export abstract class FollowUpStore {
  /** An alert that the scope may act on, with its entries; nobody else adds one until the transaction ends. Null: there is none. */
  abstract open(
    alertId: string,
  ): Promise<{ readonly alert: AlertRecord; readonly entries: readonly Entry[] } | null>;
  abstract append(
    alert: Pick<AlertRecord, 'id' | 'councilId'>,
    entries: readonly Entry[],
  ): Promise<void>;
}

/** One rule over a stretch of time: what fired in it and what became of that, as counts. */
export type RuleQuality = {
  readonly ruleCode: string;
  /** Alerts that fired in the stretch; the counts below are of these. */
  readonly fired: number;
  readonly cleared: number;
  readonly useful: number;
  readonly notUseful: number;
  /** The median of 9-to-5 hours of working days from firing to acknowledging; null when none was acknowledged. */
  readonly hoursToAcknowledge: number | null;
  /** Fired again within three months of having cleared, for the same series. */
  readonly refired: number;
  /** Series that the rule judges, and the councils whose series they are. */
  readonly series: number;
  readonly councils: number;
};
