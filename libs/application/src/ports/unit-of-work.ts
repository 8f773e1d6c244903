import type { Scope } from '#domain/access';
import type { AlertRuleStore } from './alert-rule-store.js';
import type { AlertStore } from './alert-store.js';
import type { ApiKeyStore } from './api-key-store.js';
import type { AssessmentStore } from './assessment-store.js';
import type { AuditStore } from './audit-store.js';
import type { BackTestStore } from './back-test-store.js';
import type { ColumnNameStore } from './column-name-store.js';
import type { DraftStore } from './draft-store.js';
import type { ErasureStore } from './erasure-store.js';
import type { EvaluationStore } from './evaluation-store.js';
import type { FeedbackStore } from './feedback-store.js';
import type { FindingStore } from './finding-store.js';
import type { FollowUpStore } from './follow-up-store.js';
import type { MilestoneStore } from './milestone-store.js';
import type { MonthSoFarStore } from './month-so-far-store.js';
import type { NotificationStore, SubscriptionStore } from './notification-store.js';
import type { OwedStore } from './owed-store.js';
import type { PackStore } from './pack-store.js';
import type { PermissionStore } from './permission-store.js';
import type { PublishedImportStore } from './published-import-store.js';
import type { SilenceStore } from './silence-store.js';
import type { FigureStore, SubmissionStore } from './submission-store.js';
import type { TellingStore } from './telling-store.js';
import type { VisitStore } from './news-store.js';

export type Stores = {
  readonly submissions: SubmissionStore;
  readonly findings: FindingStore;
  readonly columnNames: ColumnNameStore;
  readonly drafts: DraftStore;
  readonly monthsSoFar: MonthSoFarStore;
  readonly figures: FigureStore;
  readonly alerts: AlertStore;
  readonly alertRules: AlertRuleStore;
  readonly backTests: BackTestStore;
  readonly followUps: FollowUpStore;
  readonly milestones: MilestoneStore;
  readonly feedback: FeedbackStore;
  readonly owed: OwedStore;
  readonly assessments: AssessmentStore;
  readonly notifications: NotificationStore;
  readonly telling: TellingStore;
  readonly silences: SilenceStore;
  readonly subscriptions: SubscriptionStore;
  readonly permissions: PermissionStore;
  readonly packs: PackStore;
  readonly imports: PublishedImportStore;
  readonly keys: ApiKeyStore;
  readonly erasures: ErasureStore;
  readonly evaluations: EvaluationStore;
  readonly audit: AuditStore;
  readonly visits: VisitStore;
};

/**
 * The only way to a writing connection: one READ COMMITTED transaction under a scope that row-level security reads.
 * Rolls back when `work` throws. Nothing is retried inside.
 */
export abstract class UnitOfWork {
  abstract run<T>(scope: Scope, work: (stores: Stores) => Promise<T>): Promise<T>;
}
