import { randomUUID } from 'node:crypto';
import { workerScope } from '#domain/access';
import { recipientFor } from '#application/alerts';
import type { AlertRecord, NotificationRecord } from '#application/ports';
import type { TestService } from './test-service.js';

type Planted = {
  readonly councilId: number;
  readonly ruleCode: string;
  readonly metric: string;
  /** Whose message about it is due now. */
  readonly tell?: readonly ('council' | 'partnership' | 'dfe')[];
};

/** Puts an alert into the record that fires now, with a message to each audience. Answers the alert. */
export async function plantAlert(at: TestService, of: Planted): Promise<AlertRecord> {
  const now = at.clock.now();
  const { register } = await at.service.programme.current();
  const { councilId, ruleCode, metric } = of;
  const alert: AlertRecord = {
    ...{ id: at.service.ids.newId(), programmeId: register.programmeId, councilId },
    ...{ ruleCode, ruleVersion: 1, metric, seriesKey: `${metric} ${randomUUID()}` },
    ...{ openedBy: '2024 December', openedAt: now, state: 'firing', noData: false, since: now },
    ...{ firedAt: now, resolvedAt: null, period: '2024 December', why: 'planted' },
    ...{ acknowledgedAt: null, acknowledgedBy: null },
  };
  const messages = (of.tell ?? ['council']).map((audience) =>
    messageOf(at, alert, {
      ...{ audience, event: `fired ${now.toISOString()}` },
      recipient: recipientFor(audience, councilId, register) ?? '',
    }),
  );
  await at.service.unitOfWork.run(workerScope('plant'), async ({ alerts }) => {
    await alerts.save(alert, [stepOf(alert, 'inactive', now)]);
    await alerts.notify(messages);
  });
  return alert;
}

/** Clears a planted alert now, and puts the message to its council beside it. */
export async function clearAlert(at: TestService, alert: AlertRecord): Promise<void> {
  const now = at.clock.now();
  const cleared: AlertRecord = { ...alert, state: 'resolved', since: now, resolvedAt: now };
  const message = messageOf(at, alert, {
    ...{ audience: 'council', event: `resolved ${now.toISOString()}` },
    recipient: `council ${alert.councilId}`,
  });
  await at.service.unitOfWork.run(workerScope('plant'), async ({ alerts }) => {
    await alerts.save(cleared, [{ ...stepOf(cleared, 'firing', now), n: 2 }]);
    await alerts.notify([message]);
  });
}

const stepOf = (alert: AlertRecord, from: string, at: Date) => ({
  ...{ alertId: alert.id, n: 1, at, period: alert.period, from, to: alert.state },
  ...{ noData: false, reason: 'planted', ruleVersion: 1 },
});

const messageOf = (
  at: TestService,
  { id, programmeId, councilId }: AlertRecord,
  of: Pick<NotificationRecord, 'audience' | 'event' | 'recipient'>,
): NotificationRecord => ({
  ...{ id: at.service.ids.newId(), programmeId, councilId, alertId: id, period: null },
  ...{ channel: 'in-app', subscriptionId: null, test: false, subject: 's', body: 'b', reason: 'r' },
  ...{ plannedAt: at.clock.now(), dueAt: at.clock.now(), ...of },
});
