import { UnitOfWork } from '#application/ports';
import type { Stores } from '#application/ports';
import type { Scope } from '#domain/access';
import type { ScopedTransactions } from './scoped-transactions.js';
import { PostgresAlertRuleStore } from './stores/postgres-alert-rule-store.js';
import { PostgresAlertStore } from './stores/postgres-alert-store.js';
import { PostgresApiKeyStore } from './stores/postgres-api-key-store.js';
import { PostgresAssessmentStore } from './stores/postgres-assessment-store.js';
import { PostgresAuditStore } from './stores/postgres-audit-store.js';
import { PostgresBackTestStore } from './stores/postgres-back-test-store.js';
import { PostgresColumnNameStore } from './stores/postgres-column-name-store.js';
import { PostgresDraftStore } from './stores/postgres-draft-store.js';
import { PostgresErasureStore } from './stores/postgres-erasure-store.js';
import { PostgresEvaluationStore } from './stores/postgres-evaluation-store.js';
import { PostgresFeedbackStore } from './stores/postgres-feedback-store.js';
import { PostgresFindingStore } from './stores/postgres-finding-store.js';
import { PostgresFollowUpStore } from './stores/postgres-follow-up-store.js';
import { PostgresFigureStore } from './stores/postgres-figure-store.js';
import { PostgresMilestoneStore } from './stores/postgres-milestone-store.js';
import { PostgresMonthSoFarStore } from './stores/postgres-month-so-far-store.js';
import { PostgresNotificationStore } from './stores/postgres-notification-store.js';
import { PostgresOwedStore } from './stores/postgres-owed-store.js';
import { PostgresPackStore } from './stores/postgres-pack-store.js';
import { PostgresPermissionStore } from './stores/postgres-permission-store.js';
import { PostgresPublishedImportStore } from './stores/postgres-published-import-store.js';
import { PostgresSilenceStore } from './stores/postgres-silence-store.js';
import { PostgresSubscriptionStore } from './stores/postgres-subscription-store.js';
import { PostgresSubmissionStore } from './stores/postgres-submission-store.js';
import { PostgresTellingStore } from './stores/postgres-telling-store.js';
import { PostgresVisitStore } from './stores/postgres-visit-store.js';

export class PostgresUnitOfWork extends UnitOfWork {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  run<T>(scope: Scope, work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.transactions.run(scope, (sql) =>
      work({
        submissions: new PostgresSubmissionStore(sql),
        findings: new PostgresFindingStore(sql),
        columnNames: new PostgresColumnNameStore(sql),
        drafts: new PostgresDraftStore(sql),
        monthsSoFar: new PostgresMonthSoFarStore(sql),
        figures: new PostgresFigureStore(sql),
        alerts: new PostgresAlertStore(sql),
        alertRules: new PostgresAlertRuleStore(sql),
        backTests: new PostgresBackTestStore(sql),
        followUps: new PostgresFollowUpStore(sql),
        milestones: new PostgresMilestoneStore(sql),
        feedback: new PostgresFeedbackStore(sql),
        owed: new PostgresOwedStore(sql),
        assessments: new PostgresAssessmentStore(sql),
        notifications: new PostgresNotificationStore(sql),
        telling: new PostgresTellingStore(sql),
        silences: new PostgresSilenceStore(sql),
        subscriptions: new PostgresSubscriptionStore(sql),
        permissions: new PostgresPermissionStore(sql),
        packs: new PostgresPackStore(sql),
        imports: new PostgresPublishedImportStore(sql),
        keys: new PostgresApiKeyStore(sql),
        erasures: new PostgresErasureStore(sql),
        evaluations: new PostgresEvaluationStore(sql),
        audit: new PostgresAuditStore(sql),
        visits: new PostgresVisitStore(sql),
      }),
    );
  }
}
