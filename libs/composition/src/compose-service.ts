import { availableParallelism } from 'node:os';
import { BackTests, runBackTest, WorkBackTests, type BackTestPorts } from '#application/back-test';
import {
  AssessAsKnown,
  Limits,
  ReadAssessedArea,
  ReadAssessedSeries,
  ReadAssessments,
  RebuildAssessments,
} from '#application/assessments';
import {
  ReadBenchmarks,
  CompareKnown,
  ReadCouncilFigures,
  ReadFigureHistory,
  ReadFigureRevisions,
  ReadReconciliation,
  ReadSeries,
  ReadSeriesByMetric,
} from '#application/figures';
import {
  AnswerReturn,
  ApproveSubmission,
  DownloadSubmission,
  EraseContent,
  ExplainColumns,
  ExplainFinding,
  CheckStoredSubmissions,
  ReceiveMonthSoFar,
  ReceiveSubmission,
  SubmissionsInScope,
  WithdrawSubmission,
} from '#application/intake';
import { ExportFigures } from '#application/exports';
import type {
  Clock,
  HeavyNumbers,
  Messenger,
  OutsideMonitor,
  PackPainter,
  WakeUps,
} from '#application/ports';
import { ReadLedTo } from '#application/led-to';
import { PublishedImports, WorkPublishedImports } from '#application/published';
import { Permissions } from '#application/permissions';
import { ReadQuality } from '#application/quality';
import { ReadMonthsSoFar, ReadReturnForm, ReadReturns, ReturnDrafts } from '#application/returns';
import {
  dataSourceFor,
  PostgresAssessmentReadModel,
  PostgresBenchmarkReadModel,
  PostgresFigureReadModel,
  PostgresIdentityStore,
  PostgresLedToReadModel,
  PostgresKnowledgeFeed,
  PostgresPersonaSource,
  PostgresProgrammeSource,
  PostgresPermissionReadModel,
  PostgresQualityReadModel,
  PostgresReturnReadModel,
  PostgresSubmissionReadModel,
  PostgresUnitOfWork,
  ScopedTransactions,
} from '#persistence';
import { AccessTokens, ApiKeys, Bearers, DevelopmentSignIn } from '#identity';
import { Sha256Digests, UuidIds } from '#platform/ids';
import { EventLoopTurns } from '#platform/turns';
import { OpenXmlFilePacker, OpenXmlWorkbookReader } from '#workbooks';
import { composeAlerts } from './compose-alerts.js';
import { composePacks } from './compose-packs.js';
import { openHeavyNumbers } from './heavy-tasks/open-heavy-numbers.js';
import type { ServiceTasks } from './heavy-tasks/tasks.js';
import type { Service } from './service.js';

export type Connections = {
  /** The app role's URL; null for a process that serves no people (the worker). */
  readonly app: string | null;
  /** The worker role's URL; null for a process that only serves people. */
  readonly worker: string | null;
  /** Whether the process follows what becomes known (pages, subscriptions). */
  readonly listens: boolean;
  readonly poolSize: number;
  readonly name: string;
  /** Whether a commit waits for the disk; `at-once` where nothing is said (see `ScopedTransactions`). */
  readonly commits?: 'at-once' | 'at-leisure';
};

export type Outside = {
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
  readonly heavyNumbers?: HeavyNumbers<ServiceTasks>;
  /** The ways out of a process that sends messages, and where the pages are that they lead to. */
  readonly sending?: {
    readonly messengers: readonly Messenger[];
    readonly pages: string;
    readonly uniform?: () => number;
  };
  /** What draws evidence packs in a process that makes them; nothing where none are made. */
  readonly painter?: PackPainter;
  /** Whom a process that judges tells that alerting works; nobody where there is none. */
  readonly monitor?: OutsideMonitor;
};

/** Builds the service behind its ports. Resolves with the database away, too: connections are dialled when needed. */
export async function composeService(connections: Connections, outside: Outside): Promise<Service> {
  const { app, worker, poolSize, name } = connections;
  const appSource = app === null ? null : dataSourceFor(app, { size: poolSize, name });
  const workerSource = worker === null ? null : dataSourceFor(worker, { size: poolSize, name });
  const main = appSource ?? workerSource;
  if (!main) throw new Error('a service needs the app role or the worker role');
  for (const source of [appSource, workerSource]) if (source) await source.initialize();

  const { clock, wakeUps } = outside;
  const ids = new UuidIds(clock);
  const digests = new Sha256Digests();
  const transactions = new ScopedTransactions(
    {
      ...(appSource ? { app: appSource } : {}),
      ...(workerSource ? { worker: workerSource } : {}),
    },
    connections.commits,
  );
  const unitOfWork = new PostgresUnitOfWork(transactions);
  // What judges asks each time: rules that were switched a moment ago are in force.
  const programme = new PostgresProgrammeSource(main, app === null ? 0 : undefined);
  const figures = new PostgresFigureReadModel(transactions);
  const submissions = new SubmissionsInScope(new PostgresSubmissionReadModel(transactions));
  const returns = new PostgresReturnReadModel(transactions);
  const permissions = new PostgresPermissionReadModel(transactions);
  const knowledge = new PostgresKnowledgeFeed(app ?? worker ?? '');
  if (connections.listens) await knowledge.open();

  const store = new PostgresIdentityStore(main);
  const tokens = new AccessTokens({ store, programme, clock });
  const deed = { unitOfWork, programme, clock, wakeUps };
  const workbooks = new OpenXmlWorkbookReader();
  const turns = new EventLoopTurns();
  const heavyNumbers = outside.heavyNumbers ?? openHeavyNumbers();
  const backTesting: BackTestPorts = {
    unitOfWork,
    judge: (task) => heavyNumbers.run('backTestCouncils', task),
    lanes: availableParallelism(),
  };
  const reading = { figures, programme, clock, unitOfWork };
  const series = {
    readSeries: new ReadSeries(reading),
    readSeriesByMetric: new ReadSeriesByMetric(reading),
    readCouncilFigures: new ReadCouncilFigures(reading),
  };
  const benchmarks = new PostgresBenchmarkReadModel(transactions);
  const readReconciliation = new ReadReconciliation(reading);
  const packer = new OpenXmlFilePacker();
  const assessments = new PostgresAssessmentReadModel(transactions);
  const alerting = composeAlerts(
    {
      ...{ unitOfWork, transactions, programme, clock, wakeUps },
      ...{ ids, digests, returns, permissions },
      source: workerSource ?? main,
    },
    outside,
  );
  const readAssessedSeries = new ReadAssessedSeries({
    ...reading,
    ...series,
    assessments,
    permissions,
    readAlerts: alerting.readAlerts,
  });
  const receiveSubmission = new ReceiveSubmission({
    ...deed,
    ...{ workbooks, turns, submissions, ids, digests },
  });
  const packing = {
    ...{ unitOfWork, programme, clock, ids, digests, turns, packer, permissions, assessments },
    alertReads: alerting.alertReads,
  };
  const checkStoredSubmissions = new CheckStoredSubmissions({ ...deed, workbooks, turns });
  return {
    clock,
    ids,
    programme,
    unitOfWork,
    knowledge,
    wakeUps,
    heavyNumbers,
    figures,
    submissions,
    accessTokens: tokens,
    apiKeys: new ApiKeys(deed),
    bearers: new Bearers({ ...deed, tokens }),
    developmentSignIn: new DevelopmentSignIn({
      store,
      personas: new PostgresPersonaSource(main),
      programme,
      clock,
    }),
    receiveSubmission,
    receiveMonthSoFar: new ReceiveMonthSoFar({ ...deed, workbooks, turns, digests }),
    explainColumns: new ExplainColumns({
      ...deed,
      digests,
      workbooks,
      turns,
      receive: receiveSubmission,
    }),
    checkStoredSubmissions,
    publishedImports: new PublishedImports({ ...deed, ids, digests, turns, workbooks }),
    workPublishedImports: new WorkPublishedImports({
      ...reading,
      submissions,
      turns,
      receive: receiveSubmission,
      check: checkStoredSubmissions,
    }),
    benchmarks,
    exportFigures: new ExportFigures({ ...reading, benchmarks, packer }),
    approveSubmission: new ApproveSubmission({ ...deed, submissions }),
    withdrawSubmission: new WithdrawSubmission({ ...deed, submissions }),
    eraseContent: new EraseContent({ ...deed, digests }),
    explainFinding: new ExplainFinding({ ...deed, submissions }),
    answerReturn: new AnswerReturn(deed),
    ...series,
    compareKnown: new CompareKnown({ ...series, programme, alerts: alerting.alertReads }),
    readFigureHistory: new ReadFigureHistory(reading),
    readFigureRevisions: new ReadFigureRevisions(reading),
    readReconciliation,
    readBenchmarks: new ReadBenchmarks({ ...reading, benchmarks }),
    readLedTo: new ReadLedTo({
      ...{ programme, clock, readReconciliation, readAlerts: alerting.readAlerts },
      ledTo: new PostgresLedToReadModel(transactions),
    }),
    readQuality: new ReadQuality({ ...deed, quality: new PostgresQualityReadModel(transactions) }),
    readReturns: new ReadReturns({ ...reading, returns, permissions }),
    readMonthsSoFar: new ReadMonthsSoFar(deed),
    readReturnForm: new ReadReturnForm({ ...reading, returns, permissions }),
    returnDrafts: new ReturnDrafts(deed),
    downloadSubmission: new DownloadSubmission(deed),
    ...alerting,
    rebuildAssessments: new RebuildAssessments({ ...deed, digests }),
    readAssessments: new ReadAssessments({ assessments, programme }),
    readAssessedSeries,
    readAssessedArea: new ReadAssessedArea(reading),
    assessAsKnown: new AssessAsKnown({ ...reading, ...series, readAssessedSeries }),
    limits: new Limits({ ...deed, ids, digests }),
    backTests: new BackTests({ ...deed, ids }),
    runBackTest: (of, on) => runBackTest(backTesting, of, on),
    workBackTests: new WorkBackTests({ ...deed, ...backTesting, ids }),
    ...composePacks(packing, outside.painter),
    permissions: new Permissions({ ...deed, ids, permissions }),
    ready: async () => {
      await main.query('select 1');
      return true;
    },
    close: async () => {
      await heavyNumbers.close();
      await knowledge.close();
      for (const source of [appSource, workerSource]) if (source) await source.destroy();
    },
  };
}
