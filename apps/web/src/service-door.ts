import type { Refusal, Result } from '#domain';
import type { ApiKey, Reader } from '#domain/access';
import type { Entry } from '#domain/follow-up';
import type { ColumnMeaning, ProposedColumn } from '#domain/intake';
import type { AlertRule } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import type { Day, Period } from '#domain/periods';
import type { Permission } from '#domain/returns';
import type { AlertingStatus } from '#application/alerting';
import type {
  NotSaved,
  NotSwitched,
  RuleStanding,
  RuleStory,
  SavedRule,
  SaveRuleRequest,
  SwitchRuleRequest,
} from '#application/alert-rules';
import type { MadeSubscription, RecipientChoice, Silences } from '#application/alerts';
import type { AssessedSeries } from '#application/assessments';
import type { ExportFormat, ExportQuestion } from '#application/exports';
import type {
  FigureRevision,
  MetricQuestion,
  Reconciliation,
  SeriesView,
} from '#application/figures';
import type { Milestones } from '#application/delivery';
import type { FeedbackLoop } from '#application/feedback';
import type {
  AlertQuality,
  AlertQuestion,
  FiguresBehind,
  FollowUpRequest,
} from '#application/alerts';
import type { AnswerRequest, Download, ReceiveAnswer, ReceiveRequest } from '#application/intake';
import type {
  AlertRecord,
  AlertWithStory,
  AsKnown,
  BackTest,
  Clock,
  DeadMessage,
  DraftNote,
  OutsideChannel,
  Subscription,
  MonthSoFar,
  Correction,
  FigureReadModel,
  Ids,
  InboxMessage,
  KnowledgeFeed,
  PageOf,
  PermissionQuery,
  ProgrammeSource,
  PublishedImport,
  RuleVersion,
  SubmissionReadModel,
  SubmissionView,
} from '#application/ports';
import type { MadeKey, NewKeyRequest, NoKey, ReplaceKeyRequest } from '#identity';
import type { PermissionAnswer, PermissionRequest } from '#application/permissions';
import type { NewImport, NotUploaded } from '#application/published';
import type { ReturnForm, ReturnView, SavedDraft, SaveDraftRequest } from '#application/returns';
import type { QualityStatement } from '#application/quality';

type Runs<Args extends readonly unknown[], Answer> = {
  run(...args: Args): Promise<Answer>;
};
type CouncilFiguresQuestion = {
  councilId: number;
  metrics: readonly string[] | null;
  from: Day | null;
  to: Day | null;
  asKnownAt: Date | null;
};
type FigureQuestion = {
  councilId: number;
  metric: string;
  period: string;
  breakdown: string | null;
};

/** What the pages ask of the service: nothing more than they use, so that a spec can stand in for it. */
export abstract class ServiceDoor {
  abstract readonly clock: Clock;
  abstract readonly ids: Ids;
  abstract readonly programme: ProgrammeSource;
  abstract readonly knowledge: KnowledgeFeed;
  abstract readonly figures: Pick<FigureReadModel, 'latest'>;
  abstract readonly submissions: Pick<SubmissionReadModel, 'byId' | 'list'>;
  abstract readonly receiveSubmission: Runs<[ReceiveRequest], ReceiveAnswer>;
  abstract readonly approveSubmission: Runs<
    [{ reader: Reader; submissionId: string }],
    Result<SubmissionView, Refusal>
  >;
  abstract readonly withdrawSubmission: Runs<
    [{ reader: Reader; submissionId: string; reason: string }],
    Result<SubmissionView, Refusal>
  >;
  abstract readonly explainFinding: Runs<
    [{ reader: Reader; submissionId: string; n: number; text: string }],
    Result<SubmissionView, Refusal>
  >;
  abstract readonly explainColumns: {
    read(of: {
      reader: Reader;
      submissionId: string;
    }): Promise<Result<readonly ProposedColumn[], Refusal>>;
    run(request: {
      reader: Reader;
      submissionId: string;
      meanings: ReadonlyMap<string, ColumnMeaning>;
    }): Promise<Result<ReceiveAnswer, Refusal>>;
  };
  abstract readonly answerReturn: Runs<[AnswerRequest], Result<null, Refusal>>;
  abstract readonly readCouncilFigures: Runs<
    [Reader, CouncilFiguresQuestion],
    readonly SeriesView[]
  >;
  /** Figures of every council of one metric between two days, A to Z. */
  abstract readonly readSeriesByMetric: Runs<
    [Reader, MetricQuestion],
    { readonly metric: Metric; readonly series: readonly SeriesView[] } | null
  >;
  abstract readonly readFigureHistory: Runs<[Reader, FigureQuestion], readonly FigureRevision[]>;
  abstract readonly readQuality: Runs<[Reader, number], QualityStatement | null>;
  abstract readonly readReconciliation: Runs<
    [Reader, { councilId: number; year: number }],
    Reconciliation | null
  >;
  abstract readonly readReturns: Runs<
    [Reader, { period: Period | null; councilId: number | null; among?: readonly number[] }],
    readonly ReturnView[]
  >;
  /** Months that are pushed while they run, newest first; none that the reader may not see. */
  abstract readonly readMonthsSoFar: Runs<[Reader, number], readonly MonthSoFar[]>;
  abstract readonly readReturnForm: Runs<
    [Reader, { councilId: number; period: Period }],
    ReturnForm | null
  >;
  abstract readonly returnDrafts: {
    ofCouncil(reader: Reader, councilId: number): Promise<readonly DraftNote[]>;
    save(request: SaveDraftRequest): Promise<Result<SavedDraft, Refusal>>;
    discard(request: {
      reader: Reader;
      councilId: number;
      period: Period;
      version: number;
    }): Promise<Result<null, Refusal>>;
  };
  abstract readonly downloadSubmission: {
    report(reader: Reader, submissionId: string): Promise<Result<Download, Refusal>>;
    file(reader: Reader, submissionId: string): Promise<Result<Download, Refusal>>;
  };
  abstract readonly exportFigures: Runs<
    [Reader, ExportQuestion, ExportFormat],
    Result<Download, Refusal>
  >;
  abstract readonly permissions: {
    ask(request: PermissionRequest): Promise<Result<Permission, Refusal>>;
    open(request: Omit<PermissionRequest, 'kind'>): Promise<Result<Permission, Refusal>>;
    answer(request: PermissionAnswer): Promise<Result<Permission, Refusal>>;
    one(reader: Reader, id: string): Promise<Permission | null>;
    list(
      reader: Reader,
      query: Omit<PermissionQuery, 'programmeId'>,
    ): Promise<readonly Permission[]>;
  };
  abstract readonly milestones: Pick<Milestones, 'plan' | 'say' | 'one' | 'list'>;
  abstract readonly feedback: Pick<FeedbackLoop, 'give' | 'answer' | 'one' | 'list'>;
  abstract readonly publishedImports: {
    upload(request: NewImport): Promise<Result<PublishedImport, NotUploaded>>;
    confirm(request: { reader: Reader; id: string }): Promise<Result<PublishedImport, Refusal>>;
    list(reader: Reader): Promise<readonly PublishedImport[]>;
    one(reader: Reader, id: string): Promise<PublishedImport | null>;
  };
  abstract readonly backTests: {
    start(request: {
      reader: Reader;
      code: string;
      version: number;
      asKnown: AsKnown;
    }): Promise<Result<BackTest, Refusal>>;
    cancel(reader: Reader, id: string): Promise<Result<BackTest, Refusal>>;
    ofRule(
      reader: Reader,
      of: { code: string; version: number },
    ): Promise<{ readonly rule: AlertRule; readonly latest: BackTest | null } | null>;
  };
  abstract readonly readAlerts: {
    list(reader: Reader, question: AlertQuestion): Promise<PageOf<AlertRecord>>;
    one(reader: Reader, id: string): Promise<AlertWithStory | null>;
    entries(
      reader: Reader,
      alertIds: readonly string[],
    ): Promise<ReadonlyMap<string, readonly Entry[]>>;
    quality(reader: Reader): Promise<AlertQuality | null>;
    corrections(reader: Reader, story: AlertWithStory): Promise<readonly Correction[]>;
    figuresBehind(reader: Reader, story: AlertWithStory): Promise<FiguresBehind | null>;
    inbox(reader: Reader): Promise<readonly InboxMessage[]>;
  };
  /** Whether alerting itself works; null for whoever may not know. */
  abstract readonly alerting: { status(reader: Reader): Promise<AlertingStatus | null> };
  /** Series with what the statistics say of them, whole. */
  abstract readonly readAssessedSeries: {
    ofCouncil(
      reader: Reader,
      of: { councilId: number; metrics: readonly string[]; asKnownAt: Date | null },
    ): Promise<readonly AssessedSeries[]>;
    ofMetric(
      reader: Reader,
      of: { metric: string; inProgramme: boolean; asKnownAt: Date | null },
    ): Promise<{ readonly metric: Metric; readonly series: readonly AssessedSeries[] } | null>;
  };
  abstract readonly acknowledgeAlert: Runs<
    [{ reader: Reader; alertId: string }],
    Result<AlertRecord, Refusal>
  >;
  abstract readonly followUpAlert: Runs<[FollowUpRequest], Result<AlertRecord, Refusal>>;
  abstract readonly readAlertRules: {
    list(reader: Reader): Promise<readonly RuleStanding[]>;
    one(reader: Reader, code: string): Promise<RuleStory | null>;
  };
  abstract readonly saveAlertRule: Runs<[SaveRuleRequest], Result<SavedRule, NotSaved>>;
  abstract readonly switchAlertRule: Runs<[SwitchRuleRequest], Result<RuleVersion, NotSwitched>>;
  abstract readonly apiKeys: {
    ofCouncil(reader: Reader, councilId: number): Promise<readonly ApiKey[]>;
    one(reader: Reader, keyId: string): Promise<ApiKey | null>;
    make(request: NewKeyRequest): Promise<Result<MadeKey, NoKey>>;
    replace(request: ReplaceKeyRequest): Promise<Result<MadeKey, NoKey>>;
    revoke(request: { reader: Reader; keyId: string }): Promise<Result<ApiKey, Refusal>>;
  };
  abstract readonly silences: Pick<Silences, 'mayFor' | 'add' | 'end' | 'list' | 'ofAlert'>;
  abstract readonly subscriptions: {
    choices(reader: Reader): Promise<readonly RecipientChoice[]>;
    ofRecipient(reader: Reader, key: string): Promise<readonly Subscription[]>;
    add(request: {
      reader: Reader;
      recipient: string;
      channel: OutsideChannel;
      address: string;
    }): Promise<Result<MadeSubscription, Refusal>>;
    end(request: { reader: Reader; id: string }): Promise<Result<Subscription, Refusal>>;
    test(request: { reader: Reader; recipient: string }): Promise<Result<string, Refusal>>;
    dead(reader: Reader): Promise<readonly DeadMessage[]>;
    sendAgain(request: { reader: Reader; id: string }): Promise<Result<null, Refusal>>;
  };
  /** Whether the database answers, for readiness. */
  abstract readonly ready: () => Promise<boolean>;
}
