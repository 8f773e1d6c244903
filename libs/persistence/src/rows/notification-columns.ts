/** A message (`n`) as `NotificationRecord` has it. */
export const NOTIFICATION_COLUMNS = `n.id, n.programme_id as "programmeId", n.council_id as "councilId", n.alert_id as "alertId", n.period, n.event,
  n.audience, n.recipient, n.channel, n.subscription_id as "subscriptionId", n.test, n.subject, n.body, n.reason,
  n.planned_at as "plannedAt", n.due_at as "dueAt"`;
