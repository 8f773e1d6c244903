import { ruleOfVersion } from '#domain/judgement';
import type { Permission } from '#domain/returns';
import type { AlertRecord, AlertStep, Programme } from '#application/ports';
import type { ReturnView } from '#application/returns';
import { AlertState, PermissionKind, ReturnStatus } from '../types/enums.js';
import type { AlertType, ReturnType } from '../types/alert.type.js';
import type { PermissionType } from '../types/permission.type.js';
import type { AlertFollowUpType } from '../types/follow-up.type.js';
import { periodOfKey, toPeriod } from './figure.mapper.js';
import { councilById, toCouncil, toMetric } from './register.mapper.js';
import { toPlainRule, unknownRule } from './rule.mapper.js';

export const STATES = {
  pending: AlertState.PENDING,
  firing: AlertState.FIRING,
  recovering: AlertState.RECOVERING,
  resolved: AlertState.RESOLVED,
};

type Story = {
  readonly steps: readonly AlertStep[];
  readonly followUp: AlertFollowUpType | null;
};
const NO_STORY: Story = { steps: [], followUp: null };

export function toAlert(
  alert: AlertRecord,
  programme: Programme,
  { steps, followUp }: Story = NO_STORY,
): AlertType {
  const rule = ruleOfVersion(programme, alert);
  const metric = programme.metrics.find((candidate) => candidate.code === alert.metric);
  return {
    id: alert.id,
    rule: rule
      ? toPlainRule({ ...rule, version: alert.ruleVersion }, programme)
      : unknownRule(alert.ruleCode, alert.ruleVersion),
    council: councilById(alert.councilId, programme.register),
    metric: metric ? toMetric(metric) : null,
    state: STATES[alert.state],
    noData: alert.noData,
    openedAt: alert.openedAt,
    since: alert.since,
    firedAt: alert.firedAt,
    resolvedAt: alert.resolvedAt,
    period: periodOfKey(alert.period),
    openedBy: periodOfKey(alert.openedBy),
    why: alert.why,
    acknowledgedAt: alert.acknowledgedAt,
    acknowledgedBy: alert.acknowledgedBy,
    steps: steps.map(({ at, period, from, to, noData, reason }) => ({
      at,
      period: periodOfKey(period),
      from,
      to,
      noData,
      reason,
    })),
    followUp,
  };
}

export const toReturn = (view: ReturnView, programme: Programme): ReturnType => ({
  council: toCouncil(view.council, programme.register),
  period: toPeriod(view.period),
  dueAt: view.dueAt,
  extendedUntil: view.extendedUntil,
  workingDaysLate: view.workingDaysLate,
  status: ReturnStatus[view.status],
  reason: view.reason,
  boxesAsked: view.boxesAsked,
  boxesAnswered: view.boxesAnswered,
});

const KINDS = { extension: PermissionKind.EXTENSION, exception: PermissionKind.EXCEPTION };

export const toPermission = (
  { answer, ...permission }: Permission,
  { register }: Programme,
): PermissionType => ({
  id: permission.id,
  kind: KINDS[permission.kind],
  council: councilById(permission.councilId, register),
  period: periodOfKey(permission.period),
  until: permission.until,
  reason: permission.reason,
  askedAt: permission.askedAt,
  askedBy: permission.askedBy,
  granted: answer && answer.until !== null,
  grantedUntil: answer?.until ?? null,
  answer: answer?.text ?? null,
  answeredAt: answer?.at ?? null,
  answeredBy: answer?.by ?? null,
});
