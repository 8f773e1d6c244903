import {
  assessSeries,
  type AgreedPlan,
  type JudgedPoint,
  type SeriesAssessment,
} from '#domain/assessment';
import { londonDay } from '#domain/periods';
import type { SeriesPoint, SeriesView } from '../figures/series-types.js';
import type { AssessedRow } from './assessed-row.js';
import { councilInput, everyPoint, ofPresentDefinition, standingOf } from './council-candidate.js';
import { OPTIONS, type Setting } from './world.js';

/** What the statistics say of a council's series as it is shown. */
export type AssessedView = {
  /** Every period from the first figure to the last that was to be there; one without a figure stands in it too. */
  readonly points: readonly JudgedPoint[];
  readonly assessment: SeriesAssessment;
  /** The reader does not see all that it would be made from, and no assessment is kept that is theirs to see. */
  readonly isWithheld: boolean;
};

export type AssessedSource = {
  /** What stood at the moment: now, or the one that was asked for. What was not expected by then is not missing. */
  readonly setting: Setting;
  /** The assessment as it is kept; null for an earlier moment, and where there is none that the reader may see. */
  readonly stored: AssessedRow | null;
  /** Whether the reader sees all that the series is made from, so that it may be worked out. */
  readonly seesAll: boolean;
};

/** The council of a series; 0 for an area above the councils. */
export const councilIdOf = ({ area }: SeriesView): number =>
  area.kind === 'council' ? area.councilId : 0;

/**
 * The assessment of one series of a council (whole, from its first figure on): the one that is kept, if it is of these figures;
 * otherwise worked out from them, as the worker will when it gets to it, so that a figure that has just come is never shown
 * beside limits that do not know it.
 */
export function assessView(series: SeriesView, of: AssessedSource): AssessedView {
  const { setting, stored, seesAll } = of;
  const councilId = councilIdOf(series);
  const own = { councilId, points: series.points };
  if (stored && isOfThese(stored, series)) {
    const points = everyPoint(setting, series.metric, own);
    return { points, isWithheld: false, assessment: stored.result };
  }
  const input = councilInput(setting, series.metric, own);
  const view = { points: input.points, isWithheld: false };
  return seesAll || series.points.length === 0
    ? { ...view, assessment: assessSeries(input, OPTIONS) }
    : { ...view, assessment: NOTHING_SAID, isWithheld: true };
}

const NOTHING_SAID: SeriesAssessment = {
  optionsVersion: OPTIONS.version,
  chart: { kind: 'none', why: 'no-figures' },
  reading: null,
  missing: 0,
  offTrack: null,
};

/**
 * Whether a row was made from the figures of a series, and as series are assessed today. The order of knowledge tells of what came
 * or was corrected; the figures and their standing of what was withdrawn or approved.
 */
function isOfThese(stored: AssessedRow, { metric, points }: SeriesView): boolean {
  const own = ofPresentDefinition(metric, points);
  const { provisional, knownSeq } = standingOf(metric, own);
  return (
    stored.optionsVersion === OPTIONS.version &&
    stored.knownSeq >= knownSeq &&
    stored.provisional === provisional &&
    isChartOf(stored.result, own)
  );
}

function isChartOf({ chart }: SeriesAssessment, points: readonly SeriesPoint[]): boolean {
  if (chart.kind === 'none') return true;
  const figures = points.filter(({ state, value }) => state === 'value' && value !== null);
  return (
    figures.length === chart.points.length &&
    chart.points.every(({ period, value }, index) => {
      const figure = figures[index];
      return figure?.period.start === period.start && Number(figure.value) === value;
    })
  );
}

/** What was granted, agreed and decided by a moment. A plan that nobody knows the day of was not known by then. */
export function knownBy({ decided, extensions, ...setting }: Setting, at: Date): Setting {
  const today = londonDay(at);
  return {
    ...setting,
    now: at,
    decided: {
      plans: decided.plans.filter(({ agreedOn }) => agreedOn !== null && agreedOn <= today),
      limits: decided.limits.filter(({ decidedAt }) => decidedAt <= at),
    },
    extensions: extensions.filter(({ grantedAt }) => grantedAt <= at),
  };
}

/** The plan in force of a series, among those of many. */
export const planInForce = (plans: readonly AgreedPlan[], series: SeriesView): AgreedPlan | null =>
  plans.findLast(
    ({ councilId, metric, status }) =>
      councilId === councilIdOf(series) && metric === series.metric.code && status === 'agreed',
  ) ?? null;
