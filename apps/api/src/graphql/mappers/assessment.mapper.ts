import type { AssessedAsKnown } from '#application/assessments';
import type { LimitDecision } from '#application/ports';
import type { ChartedPoint, SeriesAssessment } from '#domain/assessment';
import {
  Assurance,
  ChartKind,
  OffTrackRule,
  Variation,
  type AssessmentType,
  type ChartPointType,
  type LimitDecisionType,
  type OffTrackType,
} from '../types/assessment.type.js';
import { toPeriod } from './figure.mapper.js';

type Reading = NonNullable<SeriesAssessment['reading']>;

const VARIATIONS: Readonly<Record<Reading['variation'], Variation>> = {
  common_cause: Variation.COMMON_CAUSE,
  special_cause_improvement: Variation.IMPROVEMENT,
  special_cause_concern: Variation.CONCERN,
  special_cause_neutral_high: Variation.NEUTRAL_HIGH,
  special_cause_neutral_low: Variation.NEUTRAL_LOW,
  insufficient: Variation.INSUFFICIENT,
};
const ASSURANCES: Readonly<Record<NonNullable<Reading['assurance']>, Assurance>> = {
  consistent_pass: Assurance.CONSISTENT_PASS,
  consistent_fail: Assurance.CONSISTENT_FAIL,
  inconsistent: Assurance.INCONSISTENT,
  insufficient: Assurance.INSUFFICIENT,
};
const KINDS = { xmr: ChartKind.XMR, rate: ChartKind.RATE };
const RULES = {
  GETTING_WORSE: OffTrackRule.GETTING_WORSE,
  OFF_TRAJECTORY: OffTrackRule.OFF_TRAJECTORY,
  TARGET_UNLIKELY: OffTrackRule.TARGET_UNLIKELY,
};

const toChartPoint = ({ period, type, rules, ...point }: ChartedPoint): ChartPointType => ({
  ...point,
  period: toPeriod(period),
  type: VARIATIONS[type],
  rules: [...rules],
});

const toOffTrack = (of: NonNullable<SeriesAssessment['offTrack']>): OffTrackType => ({
  blocked: of.blocked,
  open: of.open.map((rule) => RULES[rule]),
  shoutOut: of.shoutOut,
  baselineProposed: of.baseline?.proposed ?? null,
  chance: of.chance && { probability: of.chance.pMet, words: of.chance.words },
});

const toImprovement = ({ improvement }: Pick<AssessedAsKnown, 'improvement'>) => ({
  improvement: improvement?.label ?? null,
  sideEffects: [...(improvement?.moved ?? [])],
});

export function toAssessment(view: AssessedAsKnown): AssessmentType {
  const { chart, reading, missing, offTrack, optionsVersion } = view.result;
  return {
    chart: chart.kind === 'none' ? null : KINDS[chart.kind],
    notCharted: chart.kind === 'none' ? chart.why : null,
    points: chart.kind === 'none' ? [] : chart.points.map(toChartPoint),
    variation: reading && VARIATIONS[reading.variation],
    assurance: reading?.assurance ? ASSURANCES[reading.assurance] : null,
    assuranceStands: reading?.assuranceStands ?? null,
    iconsShown: reading?.iconsShown ?? false,
    trial: reading?.trial ?? true,
    noVariationRecorded: reading?.noVariationRecorded ?? false,
    missing,
    ...toImprovement(view),
    offTrack: offTrack && toOffTrack(offTrack),
    assessedAt: view.assessedAt,
    knownSeq: String(view.knownSeq),
    optionsVersion,
  };
}

export const toLimitDecision = (of: LimitDecision): LimitDecisionType => ({
  id: of.id,
  metric: of.metric,
  from: of.from,
  reason: of.reason,
  evidence: of.evidence,
  decidedAt: of.decidedAt,
  decidedBy: of.by,
});
