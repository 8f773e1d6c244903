import type { ValueState } from '#domain/observations';
import type { Day, Period } from '#domain/periods';
import type { Channel } from './submission-store.js';

/** One number of a month that has not ended. */
export type FigureSoFar = {
  readonly metric: string;
  readonly breakdown: string;
  readonly value: string | null;
  readonly state: ValueState;
};

/** What a council pushed last of a month that had not ended then. */
export type MonthSoFar = {
  readonly councilId: number;
  readonly period: Period;
  readonly receivedAt: Date;
  readonly receivedBy: string;
  readonly channel: Channel;
  readonly figures: readonly FigureSoFar[];
  readonly demonstration: boolean;
};

/** The push that stands, by what its sender would send again: digests, and nothing else. */
export type PushOf = { readonly keyDigest: string | null; readonly bodyDigest: string };

export type MonthSoFarOf = {
  readonly programmeId: number;
  readonly councilId: number;
};

/**
 * Months so far: one push a council and month, in a table that nothing else reads. Not figures: no revision, no
 * acceptance, no place in the order of knowledge.
 */
export abstract class MonthSoFarStore {
  /** The digests of the push that stands; null where there is none. */
  abstract pushed(of: MonthSoFarOf, period: Period): Promise<PushOf | null>;
  /** Replaces the whole of what was pushed of the month before. */
  abstract replace(
    of: MonthSoFarOf,
    push: MonthSoFar & PushOf & { readonly expiresAt: Date },
  ): Promise<void>;
  /** What stands for a council, newest month first; none for whoever may not see it. */
  abstract ofCouncil(of: MonthSoFarOf, now: Date): Promise<readonly MonthSoFar[]>;
  /** The return proper has come for months that begin on these days. */
  abstract forget(of: MonthSoFarOf, starts: readonly Day[]): Promise<void>;
  abstract forgetEnded(now: Date): Promise<void>;
}
