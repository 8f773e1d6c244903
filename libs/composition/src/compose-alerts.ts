import { ReadAlertRules, SaveAlertRule, SwitchAlertRule } from '#application/alert-rules';
import { Alerting } from '#application/alerting';
import {
  AcknowledgeAlert,
  FollowUpAlert,
  ReadAlerts,
  Silences,
  Subscriptions,
} from '#application/alerts';
import { Milestones } from '#application/delivery';
import { FeedbackLoop } from '#application/feedback';
import { ReadNews } from '#application/news';
import {
  EvaluateRules,
  FollowOnAlerts,
  JudgeSeries,
  PlanDigests,
  RemindOfReturns,
  ReplayAlerts,
  SendNotifications,
  SendOutside,
  SweepSchedules,
} from '#application/judgement';
import type {
  Clock,
  Digests,
  Ids,
  PermissionReadModel,
  ReturnReadModel,
  UnitOfWork,
  WakeUps,
} from '#application/ports';
import { newSecret } from '#identity';
import {
  PostgresAlertingReadModel,
  PostgresAlertReadModel,
  PostgresFeedbackReadModel,
  PostgresMilestoneReadModel,
  PostgresNewsReadModel,
  type PostgresProgrammeSource,
  type ScopedTransactions,
} from '#persistence';
import type { Outside } from './compose-service.js';

type Parts = {
  readonly unitOfWork: UnitOfWork;
  readonly transactions: ScopedTransactions;
  readonly programme: PostgresProgrammeSource;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
  readonly ids: Ids;
  readonly digests: Digests;
  readonly returns: ReturnReadModel;
  readonly permissions: PermissionReadModel;
  /** The connections of whoever judges, or of a process that only reads. */
  readonly source: ConstructorParameters<typeof PostgresAlertingReadModel>[0];
};

/** Everything from a rule to what people do about its alerts. */
export function composeAlerts(parts: Parts, outside: Outside) {
  const { transactions, programme, source } = parts;
  const alerts = new PostgresAlertReadModel(transactions);
  const news = new PostgresNewsReadModel(transactions);
  return {
    alertReads: alerts,
    readAlerts: new ReadAlerts({ ...parts, alerts }),
    acknowledgeAlert: new AcknowledgeAlert({ ...parts, alerts }),
    followUpAlert: new FollowUpAlert({ ...parts, alerts }),
    milestones: new Milestones({
      ...parts,
      milestones: new PostgresMilestoneReadModel(transactions),
    }),
    feedback: new FeedbackLoop({ ...parts, feedback: new PostgresFeedbackReadModel(transactions) }),
    readNews: new ReadNews({ ...parts, news }),
    planDigests: new PlanDigests({ ...parts, news }),
    readAlertRules: new ReadAlertRules(parts),
    saveAlertRule: new SaveAlertRule(parts),
    switchAlertRule: new SwitchAlertRule({
      ...parts,
      programmeChanged: () => {
        programme.changed();
      },
    }),
    subscriptions: new Subscriptions({ ...parts, newSecret }),
    silences: new Silences(parts),
    judgeSeries: new JudgeSeries(parts),
    evaluateRules: new EvaluateRules(parts),
    alerting: new Alerting({
      ...parts,
      alerting: new PostgresAlertingReadModel(source, transactions),
      monitor: outside.monitor ?? { tell: () => Promise.resolve(true) },
    }),
    replayAlerts: new ReplayAlerts(parts),
    sweepSchedules: new SweepSchedules(parts),
    followOnAlerts: new FollowOnAlerts(parts),
    remindOfReturns: new RemindOfReturns(parts),
    sendNotifications: new SendNotifications(parts),
    sendOutside: new SendOutside({
      ...parts,
      ...{ messengers: [], pages: '', uniform: Math.random },
      ...outside.sending,
    }),
  };
}
