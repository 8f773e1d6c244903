import type { NotificationRecord } from '../ports/index.js';

/** A message to DfE's inbox about alerting itself. `event`: what it is about; of the same event one is told. */
export const messageToDfe = (
  about: Pick<NotificationRecord, 'id' | 'programmeId' | 'event' | 'subject' | 'body'>,
  at: Date,
): NotificationRecord => ({
  ...about,
  ...{ councilId: null, alertId: null, period: null, subscriptionId: null, test: false },
  ...{ audience: 'dfe', recipient: 'dfe', channel: 'in-app' },
  reason: 'You are told because you follow the alerts of the programme.',
  ...{ plannedAt: at, dueAt: at },
});
