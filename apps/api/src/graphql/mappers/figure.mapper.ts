import type { Finding } from '#domain/intake';
import type { Standing as StandingWord, ValueState as StateWord } from '#domain/observations';
import { periodFromKey, type Period } from '#domain/periods';
import type { Register } from '#domain/register';
import type { SeriesPoint, SeriesView } from '#application/figures';
import type { KeptFinding, SubmissionView } from '#application/ports';
import { Channel, Severity, Standing, SubmissionStatus, ValueState } from '../types/enums.js';
import type {
  FindingType,
  PeriodType,
  PointType,
  SeriesType,
  SubmissionType,
} from '../types/figure.type.js';
import { councilById, DEMONSTRATION, LABEL, toArea, toMetric } from './register.mapper.js';

const STATES: Readonly<Record<StateWord, ValueState>> = {
  value: ValueState.VALUE,
  missing: ValueState.MISSING,
  z: ValueState.NOT_APPLICABLE,
  x: ValueState.UNAVAILABLE,
  c: ValueState.SUPPRESSED,
  low: ValueState.LOW,
};
const STANDINGS: Readonly<Record<StandingWord, Standing>> = {
  provisional: Standing.PROVISIONAL,
  approved: Standing.APPROVED,
  published: Standing.PUBLISHED,
};
const SEVERITIES = { block: Severity.BLOCK, warn: Severity.WARN, note: Severity.NOTE };
const CHANNELS = { page: Channel.PAGE, file: Channel.FILE, api: Channel.API };
const STATUSES: Readonly<Record<SubmissionView['status'], SubmissionStatus>> = {
  received: SubmissionStatus.RECEIVED,
  validating: SubmissionStatus.VALIDATING,
  accepted: SubmissionStatus.ACCEPTED,
  'accepted-in-part': SubmissionStatus.ACCEPTED_IN_PART,
  refused: SubmissionStatus.REFUSED,
  approved: SubmissionStatus.APPROVED,
  withdrawn: SubmissionStatus.WITHDRAWN,
  superseded: SubmissionStatus.SUPERSEDED,
};

export const toPeriod = ({ timePeriod, timeIdentifier, start, end }: Period): PeriodType => ({
  timePeriod,
  timeIdentifier,
  start,
  end,
});

/** The period behind a stored key; null for one that is none. */
export function periodOfKey(key: string): PeriodType | null {
  const period = periodFromKey(key);
  return period && toPeriod(period);
}

export const toFinding = (finding: Finding): FindingType => ({
  code: finding.code,
  severity: SEVERITIES[finding.severity],
  row: finding.row,
  column: finding.column,
  value: finding.value,
  message: finding.message,
  fix: finding.fix,
  ruleVersion: finding.ruleVersion,
  metric: finding.metric,
  ...NOT_KEPT,
});

const NOT_KEPT = {
  id: null,
  explanation: null,
  explainedBy: null,
  explainedAt: null,
  closedAt: null,
};

const toKeptFinding = (submissionId: string, finding: KeptFinding): FindingType => ({
  ...toFinding(finding),
  id: submissionId === '' ? null : `${submissionId}:${finding.n}`,
  explanation: finding.explanation,
  explainedBy: finding.explainedBy,
  explainedAt: finding.explainedAt,
  closedAt: finding.closedAt,
});

export const toSubmission = (view: SubmissionView, register: Register): SubmissionType => ({
  id: view.id === '' ? null : view.id,
  status: STATUSES[view.status],
  council: councilById(view.councilId ?? -1, register),
  channel: CHANNELS[view.channel],
  receivedAt: view.receivedAt,
  receivedBy: view.receivedBy,
  receivedCount: view.receivedCount,
  acceptedCount: view.acceptedCount,
  knownSeq: view.knownSeq === null ? null : String(view.knownSeq),
  findings: view.findings.map((finding) => toKeptFinding(view.id, finding)),
  approvedAt: view.approvedAt,
  approvedBy: view.approvedBy,
  withdrawnAt: view.withdrawal?.at ?? null,
  withdrawnBy: view.withdrawal?.by ?? null,
  withdrawalReason: view.withdrawal?.reason ?? null,
  demonstration: view.demonstration,
});

export const toPoint = (point: SeriesPoint, of: PointType['of']): PointType => ({
  period: toPeriod(point.period),
  numerator: point.numerator,
  denominator: point.denominator,
  value: point.value,
  state: STATES[point.state],
  standing: STANDINGS[point.standing],
  knownAt: point.knownAt,
  knownSeq: String(point.knownSeq),
  demonstration: point.demonstration,
  comment: point.comment,
  coverage: point.coverage && { ...point.coverage },
  submissionId: point.submissionId,
  of,
});

/** `asked`: whether it was asked for by itself, and as known at an earlier moment. */
export function toSeries(
  { metric, area, breakdown, points }: SeriesView,
  asked: { readonly isAlone: boolean; readonly asKnownAt: Date | null },
): SeriesType {
  const of = {
    councilId: area.kind === 'council' ? area.councilId : null,
    metric: metric.code,
    breakdown,
  };
  const invented = points.some((point) => point.demonstration);
  const label =
    metric.type === 'published' ? `Published statistics: ${metric.source ?? ''}.` : LABEL;
  return {
    metric: toMetric(metric),
    area: toArea(area),
    breakdown,
    points: points.map((point) => toPoint(point, of)),
    label: invented ? `${DEMONSTRATION} ${label}` : label,
    of: {
      metric: metric.code,
      subject: area.kind === 'council' ? String(area.councilId) : area.code,
      isCouncil: area.kind === 'council',
      ...asked,
    },
  };
}
