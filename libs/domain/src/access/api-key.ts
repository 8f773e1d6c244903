import { addDays, isDayWithin, londonInstant } from '../periods/london.js';
import type { Day } from '../periods/period.js';

/** What a council's case-management system may be let do with a key. A key has at least one of them. */
export const KEY_DEEDS = ['send-figures', 'read-own-figures'] as const;
export type KeyDeed = (typeof KEY_DEEDS)[number];

export const KEY_LIMITS = {
  /** How long a key works, in days. */
  days: { least: 1, usual: 90, most: 365 },
  /** For how many days at most a replaced key goes on working. */
  overlapDays: 14,
  /** How many days before its end a key is shown as ending. */
  warnDays: 14,
  livingKeys: 10,
  labelCharacters: 60,
} as const;

/** A key as its council sees it. The secret is not part of it: it is shown once and kept by nobody but its holder. */
export type ApiKey = {
  readonly id: string;
  /** The readable part that lists show: `7kq2xm4a` of `cpm_live_7kq2xm4a_…`. */
  readonly publicId: string;
  readonly programmeId: number;
  readonly councilId: number;
  readonly label: string;
  readonly deeds: readonly KeyDeed[];
  readonly createdAt: Date;
  readonly createdBy: string;
  /** The first moment at which it no longer works. */
  readonly expiresAt: Date;
  /** The beginning of the hour in which it was last used. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  /** The public id of the key that was made to replace it. */
  readonly replacedBy: string | null;
};

/**
 * Where a key stands: `working`; `ending` within 14 days with nothing in its place; `replaced`, working until its day;
 * `expired`; or `revoked`, which is said first of a key that is both.
 */
export type KeyStanding = 'working' | 'ending' | 'replaced' | 'expired' | 'revoked';

type Terms = Pick<ApiKey, 'expiresAt' | 'revokedAt' | 'replacedBy'>;

export function standingOfKey(key: Terms, now: Date): KeyStanding {
  if (key.revokedAt) return 'revoked';
  if (key.expiresAt <= now) return 'expired';
  if (key.replacedBy !== null) return 'replaced';
  const left = key.expiresAt.getTime() - now.getTime();
  return left <= KEY_LIMITS.warnDays * 86_400_000 ? 'ending' : 'working';
}

export const isLivingKey = (key: Terms, now: Date): boolean =>
  !['expired', 'revoked'].includes(standingOfKey(key, now));

/** What was asked of a new key that it cannot have; the code names the field to mend. */
export type KeyFault = 'LABEL' | 'DEEDS' | 'LAST_DAY' | 'OVERLAP_DAY';

export type NewKeyTerms = {
  readonly label: string;
  readonly deeds: readonly string[];
  /** The last London day on which it works. */
  readonly lastDay: string;
};

/** Everything wrong with the terms of a new key, at once; `today` is the London day. */
export function faultsOfNewKey(terms: NewKeyTerms, today: Day): readonly KeyFault[] {
  const { least, most } = KEY_LIMITS.days;
  const faults: KeyFault[] = [];
  if (!isLabel(terms.label)) faults.push('LABEL');
  if (terms.deeds.length === 0 || !terms.deeds.every(isKeyDeed)) faults.push('DEEDS');
  if (!isDayWithin(terms.lastDay, addDays(today, least), addDays(today, most)))
    faults.push('LAST_DAY');
  return faults;
}

/** Whether the last day of a key that is being replaced may be this one: today, or at most 14 days on. */
export const isOverlapDay = (day: string, today: Day): boolean =>
  isDayWithin(day, today, addDays(today, KEY_LIMITS.overlapDays));

/** The moment at which a key ends whose last London day is this one: the midnight after it. */
export const endOfKeyDay = (day: Day): Date => londonInstant(addDays(day, 1), '00:00');

const isKeyDeed = (text: string): text is KeyDeed => KEY_DEEDS.some((deed) => deed === text);

/** One line of text that names a system. */
const isLabel = (label: string): boolean =>
  /^\S(?:[^\p{Cc}\p{Cf}]*\S)?$/u.test(label) && label.length <= KEY_LIMITS.labelCharacters;
