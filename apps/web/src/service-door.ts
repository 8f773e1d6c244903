import type { Refusal, Result } from '#domain';
import type { ApiKey, Reader } from '#domain/access';
import type { ColumnMeaning, ProposedColumn } from '#domain/intake';
import type { Metric } from '#domain/metrics';
import type { Day, Period } from '#domain/periods';
import type { Permission } from '#domain/returns';
import type { AssessedSeries } from '#application/assessments';
import type { ExportFormat, ExportQuestion } from '#application/exports';
import type {
  Benchmark,
  FigureRevision,
  KnownChange,
  MetricQuestion,
  Reconciliation,
  SeriesView,
} from '#application/figures';
import type { Milestones } from '#application/delivery';
import type { LedTo } from '#application/led-to';
import type { NewsToReader } from '#application/news';
import type { FeedbackLoop } from '#application/feedback';
import type { AnswerRequest, Download, ReceiveAnswer, ReceiveRequest } from '#application/intake';
import type {
  Clock,
  DraftNote,
  MonthSoFar,
  FigureReadModel,
  Ids,
  KnowledgeFeed,
  PermissionQuery,
  ProgrammeSource,
  PublishedImport,
  SubmissionReadModel,
  SubmissionView,
} from '#application/ports';
import type { MadeKey, NewKeyRequest, NoKey, ReplaceKeyRequest } from '#identity';
import type { BuildPack, ReadPacks } from '#application/packs';
import type { PermissionAnswer, PermissionRequest } from '#application/permissions';
import type { NewImport, NotUploaded } from '#application/published';
import type { ReturnForm, ReturnView, SavedDraft, SaveDraftRequest } from '#application/returns';
import type { QualityStatement } from '#application/quality';
import { AlertsDoor, type Runs } from './alerts-door.js';

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
export abstract class ServiceDoor extends AlertsDoor {
  abstract readonly clock: Clock;
  abstract readonly ids: Ids;
  abstract readonly programme: ProgrammeSource;
  abstract readonly knowledge: KnowledgeFeed;
  abstract readonly figures: Pick<FigureReadModel, 'latest'>;
  abstract readonly submissions: Pick<SubmissionReadModel, 'byId' | 'list' | 'effects'>;
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
  abstract readonly compareKnown: Runs<
    [Reader, { councilId: number; metric: string; then: Date; later: Date }],
    readonly KnownChange[]
  >;
  abstract readonly readQuality: Runs<[Reader, number], QualityStatement | null>;
  abstract readonly readReconciliation: Runs<
    [Reader, { councilId: number; year: number }],
    Reconciliation | null
  >;
  /** Of one month's figures, and of the last three months; null for whoever does not see the council. */
  abstract readonly readLedTo: Runs<
    [Reader, { councilId: number; period: string | null }],
    LedTo | null
  >;
  /** Published figures of a council beside its neighbours, region and England. */
  abstract readonly readBenchmarks: Runs<
    [Reader, { councilId: number; metrics: readonly string[]; asKnownAt: Date | null }],
    readonly Benchmark[]
  >;
  abstract readonly readReturns: Runs<
    [
      Reader,
      {
        period: Period | null;
        councilId: number | null;
        among?: readonly number[];
        months?: number;
      },
    ],
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
  abstract readonly buildPack: Pick<BuildPack, 'run'>;
  abstract readonly readPacks: Pick<ReadPacks, 'list' | 'one' | 'using' | 'file' | 'archive'>;
  abstract readonly milestones: Pick<Milestones, 'plan' | 'say' | 'one' | 'list'>;
  abstract readonly feedback: Pick<FeedbackLoop, 'give' | 'answer' | 'one' | 'list'>;
  abstract readonly publishedImports: {
    upload(request: NewImport): Promise<Result<PublishedImport, NotUploaded>>;
    confirm(request: { reader: Reader; id: string }): Promise<Result<PublishedImport, Refusal>>;
    list(reader: Reader): Promise<readonly PublishedImport[]>;
    one(reader: Reader, id: string): Promise<PublishedImport | null>;
  };
  /** What has changed since the reader looked last. */
  abstract readonly readNews: Runs<[Reader, { isLook: boolean }], NewsToReader>;
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
  /** The measures of a partnership or region added up; null for whoever is shown no totals. */
  abstract readonly readAssessedArea: Runs<[Reader, string], readonly AssessedSeries[] | null>;
  abstract readonly apiKeys: {
    ofCouncil(reader: Reader, councilId: number): Promise<readonly ApiKey[]>;
    one(reader: Reader, keyId: string): Promise<ApiKey | null>;
    make(request: NewKeyRequest): Promise<Result<MadeKey, NoKey>>;
    replace(request: ReplaceKeyRequest): Promise<Result<MadeKey, NoKey>>;
    revoke(request: { reader: Reader; keyId: string }): Promise<Result<ApiKey, Refusal>>;
  };
  /** Whether the database answers, for readiness. */
  abstract readonly ready: () => Promise<boolean>;
}
