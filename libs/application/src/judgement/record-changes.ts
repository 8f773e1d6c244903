import { workingInstantAfter } from '#domain/calendar';
import {
  reconcileAlerts,
  type AlertChange,
  type AlertRule,
  type Episode,
  type Turn,
} from '#domain/judgement';
import { decideNotifications } from '#domain/notifications';
import { recipientFor } from '../alerts/recipients.js';
import type { AlertRecord, JudgedSeries, NotificationRecord } from '../ports/index.js';
import type { Bench } from './bench.js';

type Judged = {
  readonly rule: AlertRule;
  readonly metric: string | null;
  readonly series: JudgedSeries;
  readonly episodes: readonly Episode[];
  readonly at: Date;
  readonly turn: Turn;
};

/** Brings the record of one series up to what its figures say at a moment: alerts, steps, and messages due. */
export async function recordChanges(bench: Bench, of: Judged): Promise<void> {
  const { stores, memory, newId } = bench;
  const stored = memory.alerts(of.series);
  if (stored.length === 0 && of.episodes.length === 0) return;
  for (const change of reconcileAlerts(stored, of.episodes, { ...of, newId })) {
    const record = recordOf(
      change,
      of,
      stored.find((alert) => alert.id === change.alert.id),
    );
    const written = (await stores.alerts.steps([record.id])).length;
    await stores.alerts.save(
      record,
      change.steps.map((step, index) => ({
        ...step,
        alertId: record.id,
        n: written + index + 1,
        ruleVersion: of.rule.version,
      })),
    );
    memory.keep(record);
    await stores.alerts.notify(messagesFor(change, record, of, bench));
  }
}

const recordOf = (
  change: AlertChange,
  of: Judged,
  before: AlertRecord | undefined,
): AlertRecord => ({
  ...change.alert,
  programmeId: of.series.programmeId,
  councilId: of.series.councilId,
  ruleCode: of.rule.code,
  ruleVersion: of.rule.version,
  metric: of.metric,
  seriesKey: of.series.seriesKey,
  acknowledgedAt: before?.acknowledgedAt ?? null,
  acknowledgedBy: before?.acknowledgedBy ?? null,
});

function messagesFor(
  change: AlertChange,
  alert: AlertRecord,
  of: Judged,
  bench: Bench,
): readonly NotificationRecord[] {
  const { programme, newId } = bench;
  const later = (from: Date, days: number): Date =>
    workingInstantAfter(from, days, programme.holidays);
  return decideNotifications(change, of.rule, later).flatMap((plan) => {
    const recipient = recipientFor(plan.audience, alert.councilId, programme.register);
    if (!recipient) return [];
    const { programmeId, councilId } = alert;
    return [
      {
        ...plan,
        id: newId(),
        programmeId,
        councilId,
        alertId: alert.id,
        period: null,
        recipient,
        channel: 'in-app' as const,
        subscriptionId: null,
        test: false,
        plannedAt: of.at,
      },
    ];
  });
}
