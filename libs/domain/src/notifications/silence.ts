import type { Audience } from './decide-notifications.js';

/** Whose messages a silence holds: a council's own, those of DfE and the partnerships, or everybody's. */
export const SILENCED = ['council', 'department', 'all'] as const;
export type Silenced = (typeof SILENCED)[number];

/** What a silence is about: at least one of these is given, and all that are given have to match. */
export type SilenceMatcher = {
  readonly ruleCode: string | null;
  readonly metric: string | null;
  readonly councilId: number | null;
  /** A partnership's code: any of its councils. */
  readonly partnership: string | null;
};

/** That no messages shall come about something for a while. The alert stays open, and its messages wait. */
export type Silence = SilenceMatcher & {
  readonly id: string;
  readonly programmeId: number;
  readonly audience: Silenced;
  readonly from: Date;
  /** The first moment at which messages come again. */
  readonly until: Date;
  readonly reason: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** When and by whom it was ended early; null where it was not. */
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
};

/** What a matcher is held against: an alert, and the partnership that its council is in. */
export type Silenceable = {
  readonly ruleCode: string;
  readonly metric: string | null;
  readonly councilId: number;
  readonly partnership: string | null;
};

const PARTS = ['ruleCode', 'metric', 'councilId', 'partnership'] as const;

/** Whether a matcher is about an alert: everything that it names is so. One that names nothing is about nothing. */
export const isAbout = (matcher: SilenceMatcher, alert: Silenceable): boolean =>
  PARTS.some((part) => matcher[part] !== null) &&
  PARTS.every((part) => matcher[part] === null || matcher[part] === alert[part]);

/** Whether a silence stands at a moment. */
export const standsAt = ({ from, until, endedAt }: Silence, now: Date): boolean =>
  from <= now && now < until && (endedAt === null || endedAt > now);

/** Whether a silence is for the messages of an audience. The board is told by the same ladder as DfE. */
const isFor = ({ audience }: Pick<Silence, 'audience'>, to: Audience): boolean =>
  audience === 'all' || (audience === 'council') === (to === 'council');

/** The silences that hold a message about an alert at a moment, the one that ends last first. */
export const silencesOn = (
  silences: readonly Silence[],
  alert: Silenceable,
  { audience, now }: { readonly audience: Audience | null; readonly now: Date },
): readonly Silence[] =>
  silences
    .filter(
      (one) =>
        standsAt(one, now) && isAbout(one, alert) && (audience === null || isFor(one, audience)),
    )
    .toSorted((a, b) => b.until.getTime() - a.until.getTime());
