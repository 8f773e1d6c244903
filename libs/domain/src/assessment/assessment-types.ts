import type {
  AssessedBaseline,
  NoAlertReason,
  OffTrackAssessment,
  PointType,
  XmrReading,
} from '#statistics';
import type { AgreedPlan } from './agreed-plan.js';
import type { JudgedPoint } from './judged-point.js';
import type { Metric } from '../metrics/metric.js';
import type { Day, Period } from '../periods/period.js';

/** New limits from a day on, by a named person with a reason. Never automatic; the old ones stay visible. */
export type RebaseDecision = {
  readonly from: Day;
  readonly by: string;
  readonly reason: string;
};

/** Limits and a baseline that a person fixed before a reform: so many observed points from a day on. They move no more. */
export type ConfirmedBaseline = {
  readonly from: Day;
  readonly points: number;
  readonly by: string;
  readonly reason: string;
};

/** How the newest period came. Both change at moments of the calendar, so that nothing drifts from day to day. */
export type NewestArrival = {
  /** Ten working days have passed since its return was due. */
  readonly matured: boolean;
  /** It came, or is still, more than 45 days late. */
  readonly tooLate: boolean;
};

/** What an assessment is made from. Nothing else may change it: its hash is taken over this and the options. */
export type AssessedInput = {
  readonly metric: Pick<
    Metric,
    'code' | 'major' | 'type' | 'unit' | 'basis' | 'direction' | 'decimals'
  >;
  /** Every period from the first to the last, oldest first; one without a figure stands in it too. */
  readonly points: readonly JudgedPoint[];
  /** The agreed plan in force; null without one: then nothing is off it. */
  readonly plan: AgreedPlan | null;
  /** The day from which a reform could be in the figures; null where none is tested. */
  readonly goLive: Day | null;
  readonly rebases: readonly RebaseDecision[];
  /** The baseline that a person confirmed; null: the one that would be proposed. */
  readonly baseline: ConfirmedBaseline | null;
  readonly newest: NewestArrival;
};

/** How series are charted. A change of it is a new version, so that an old assessment can be told from a new one. */
export type AssessmentOptions = {
  readonly version: number;
  /** Leave jumps out of the moving ranges (the R package's way); false is the NHS spreadsheet's. */
  readonly screenOutliers: boolean;
  readonly trendLength: 6 | 7 | 8;
  readonly shiftLength: 6 | 7 | 8;
  readonly minPointsForIcons: number;
  /** Runs on a chart of few cases need this many on the rarer side of a typical month. See `mayHaveRuns`. */
  readonly fewestForRuns: number;
};

/** One drawn point: a figure with its centre and limits. Values in the metric's own unit. */
export type ChartedPoint = {
  readonly period: Period;
  readonly value: number;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** `common_cause` where nothing is special. */
  readonly type: PointType;
  /** The rules that it is part of, by the names of "Making Data Count", the first by precedence. */
  readonly rules: readonly string[];
  /** Which set of limits it belongs to, from 0. */
  readonly group: number;
  /** Periods without a figure between the point before it and this one. */
  readonly gapBefore: number;
};

/** Why a series has no chart with limits. */
export type NotCharted = 'no-figures' | 'cumulative' | 'no-number' | 'refused';

export type SeriesReading = Omit<XmrReading, 'ptdCompat'> & {
  /** Whether the assurance may be relied on; null without one. False: the newest figures are unusual, and overturn it. */
  readonly assuranceStands: boolean | null;
};

/** What the statistics say of one series. Plain data: it can be stored, and made again from the same input. */
export type SeriesAssessment = {
  readonly optionsVersion: number;
  /** `xmr`: limits from the values; `rate`: limits that know the denominators, where cases are few; `none`: see `why`. */
  readonly chart:
    | { readonly kind: 'xmr' | 'rate'; readonly points: readonly ChartedPoint[] }
    | { readonly kind: 'none'; readonly why: NotCharted };
  /** What may be said of the last point; null where there is no chart. */
  readonly reading: SeriesReading | null;
  /** Periods without a figure among the last twelve. */
  readonly missing: number;
  readonly offTrack: {
    readonly baseline: (AssessedBaseline & { readonly proposed: boolean }) | null;
    readonly blocked: NoAlertReason | null;
    readonly open: OffTrackAssessment['latest']['open'];
    readonly shoutOut: boolean;
    readonly chance: OffTrackAssessment['chance'];
  } | null;
};
