import type { ExportFigures } from '#application/exports';
import type {
  AlertReadModel,
  BenchmarkReadModel,
  Clock,
  FigureReadModel,
  HeavyNumbers,
  Ids,
  KnowledgeFeed,
  ProgrammeSource,
  SubmissionReadModel,
  UnitOfWork,
  WakeUps,
} from '#application/ports';
import type { Alerting } from '#application/alerting';
import type { ReadAlertRules, SaveAlertRule, SwitchAlertRule } from '#application/alert-rules';
import type {
  AcknowledgeAlert,
  FollowUpAlert,
  ReadAlerts,
  Silences,
  Subscriptions,
} from '#application/alerts';
import type { BackTests, BackTestRun, WorkBackTests } from '#application/back-test';
import type {
  AssessAsKnown,
  ReadAssessedArea,
  Limits,
  ReadAssessedSeries,
  ReadAssessments,
  RebuildAssessments,
} from '#application/assessments';
import type { Milestones } from '#application/delivery';
import type { FeedbackLoop } from '#application/feedback';
import type { ReadNews } from '#application/news';
import type {
  ReadBenchmarks,
  CompareKnown,
  ReadCouncilFigures,
  ReadFigureHistory,
  ReadFigureRevisions,
  ReadReconciliation,
  ReadSeries,
  ReadSeriesByMetric,
} from '#application/figures';
import type {
  AnswerReturn,
  ApproveSubmission,
  DownloadSubmission,
  EraseContent,
  ExplainColumns,
  ExplainFinding,
  CheckStoredSubmissions,
  ReceiveMonthSoFar,
  ReceiveSubmission,
  WithdrawSubmission,
} from '#application/intake';
import type {
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
import type { AccessTokens, ApiKeys, Bearers, DevelopmentSignIn } from '#identity';
import type { BuildPack, ReadPacks, RebuildPack } from '#application/packs';
import type { ReadLedTo } from '#application/led-to';
import type { PublishedImports, WorkPublishedImports } from '#application/published';
import type { Permissions } from '#application/permissions';
import type { ReadQuality } from '#application/quality';
import type {
  ReadMonthsSoFar,
  ReadReturnForm,
  ReadReturns,
  ReturnDrafts,
} from '#application/returns';
import type { ServiceTasks } from './heavy-tasks/tasks.js';

/** The whole service behind one door: what every app is given, and nothing else. */
export type Service = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly programme: ProgrammeSource;
  readonly unitOfWork: UnitOfWork;
  readonly accessTokens: AccessTokens;
  readonly apiKeys: ApiKeys;
  readonly bearers: Bearers;
  readonly developmentSignIn: DevelopmentSignIn;
  readonly knowledge: KnowledgeFeed;
  readonly wakeUps: WakeUps;
  readonly heavyNumbers: HeavyNumbers<ServiceTasks>;
  readonly figures: FigureReadModel;
  readonly submissions: SubmissionReadModel;
  readonly alertReads: AlertReadModel;
  readonly receiveSubmission: ReceiveSubmission;
  readonly receiveMonthSoFar: ReceiveMonthSoFar;
  readonly checkStoredSubmissions: CheckStoredSubmissions;
  readonly publishedImports: PublishedImports;
  readonly workPublishedImports: WorkPublishedImports;
  readonly benchmarks: BenchmarkReadModel;
  readonly approveSubmission: ApproveSubmission;
  readonly withdrawSubmission: WithdrawSubmission;
  readonly eraseContent: EraseContent;
  readonly explainFinding: ExplainFinding;
  readonly explainColumns: ExplainColumns;
  readonly answerReturn: AnswerReturn;
  readonly readSeries: ReadSeries;
  readonly readSeriesByMetric: ReadSeriesByMetric;
  readonly readCouncilFigures: ReadCouncilFigures;
  readonly compareKnown: CompareKnown;
  readonly readFigureHistory: ReadFigureHistory;
  readonly readFigureRevisions: ReadFigureRevisions;
  readonly readReconciliation: ReadReconciliation;
  readonly readQuality: ReadQuality;
  readonly readLedTo: ReadLedTo;
  readonly readBenchmarks: ReadBenchmarks;
  readonly readReturns: ReadReturns;
  readonly readMonthsSoFar: ReadMonthsSoFar;
  readonly readReturnForm: ReadReturnForm;
  readonly returnDrafts: ReturnDrafts;
  readonly downloadSubmission: DownloadSubmission;
  readonly exportFigures: ExportFigures;
  readonly readAlerts: ReadAlerts;
  readonly acknowledgeAlert: AcknowledgeAlert;
  readonly followUpAlert: FollowUpAlert;
  readonly readAlertRules: ReadAlertRules;
  readonly saveAlertRule: SaveAlertRule;
  readonly switchAlertRule: SwitchAlertRule;
  readonly milestones: Milestones;
  readonly feedback: FeedbackLoop;
  readonly readNews: ReadNews;
  readonly subscriptions: Subscriptions;
  readonly silences: Silences;
  readonly judgeSeries: JudgeSeries;
  readonly evaluateRules: EvaluateRules;
  readonly alerting: Alerting;
  readonly rebuildAssessments: RebuildAssessments;
  readonly readAssessments: ReadAssessments;
  readonly readAssessedSeries: ReadAssessedSeries;
  readonly readAssessedArea: ReadAssessedArea;
  readonly assessAsKnown: AssessAsKnown;
  readonly limits: Limits;
  readonly replayAlerts: ReplayAlerts;
  readonly backTests: BackTests;
  readonly runBackTest: BackTestRun;
  readonly workBackTests: WorkBackTests;
  readonly sweepSchedules: SweepSchedules;
  readonly remindOfReturns: RemindOfReturns;
  readonly followOnAlerts: FollowOnAlerts;
  readonly planDigests: PlanDigests;
  readonly permissions: Permissions;
  readonly buildPack: BuildPack;
  readonly readPacks: ReadPacks;
  readonly rebuildPack: RebuildPack;
  readonly sendNotifications: SendNotifications;
  readonly sendOutside: SendOutside;
  /** Whether the database answers, for readiness. */
  readonly ready: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};
