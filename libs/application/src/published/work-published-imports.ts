import { workerScope, type Reader } from '#domain/access';
import { readScreenFile, screenDataFile } from '#domain/ees';
import { readCsv, type Finding, type IntakeTable } from '#domain/intake';
import type { CheckStoredSubmissions } from '../intake/check-stored-submissions.js';
import type { ReceiveAnswer } from '../intake/index.js';
import type { ReceiveSubmission } from '../intake/receive-submission.js';
import type {
  Clock,
  EesDefinition,
  FigureReadModel,
  ImportOutcome,
  Programme,
  ProgrammeSource,
  PublishedImport,
  SubmissionReadModel,
  Turns,
  UnitOfWork,
} from '../ports/index.js';
import { previewOf } from './preview-of.js';
import { publishedPlan, type PlannedPeriod, type PublishedPlan } from './published-plan.js';
import { submissionOfPeriod } from './submission-of-period.js';

const NO_MAPPING =
  'Ask whoever runs the service for a mapping of this series (programmes/<programme>/ees/mappings), then upload the file again.';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly figures: FigureReadModel;
  readonly submissions: SubmissionReadModel;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly receive: ReceiveSubmission;
  readonly check: CheckStoredSubmissions;
};

type Files = { readonly data: Uint8Array; readonly metadata: Uint8Array | null };
type Planned = {
  readonly plan: PublishedPlan;
  readonly files: Files;
  readonly definition: EesDefinition;
};

const scope = workerScope('published import');

/**
 * The worker's part of importing yearly files: reads what was uploaded and writes its preview, and sends what was
 * confirmed through intake, one submission a period. Each step ends in one status; a worker that dies in between leaves
 * the last one, and the next look does the step again with the same keys, to the same effect.
 */
export class WorkPublishedImports {
  constructor(private readonly ports: Ports) {}

  /** Returns how many steps were done. */
  async run(): Promise<number> {
    await this.ports.unitOfWork.run(scope, (stores) =>
      stores.imports.expire(this.ports.clock.now()),
    );
    for (let done = 0; ; done += 1) {
      const one = await this.ports.unitOfWork.run(scope, (stores) => stores.imports.next());
      if (!one) return done;
      const moved = one.status === 'received' ? await this.read(one) : await this.import(one);
      await this.ports.unitOfWork.run(scope, async (stores) => {
        const isMoved = await stores.imports.move(one.status, moved);
        if (moved.status !== 'previewed') await stores.imports.dropPieces(one.id);
        if (isMoved && moved.finishedAt !== null && moved.confirmedBy !== null)
          await stores.audit.record({
            programmeId: one.programmeId,
            at: moved.finishedAt,
            actor: moved.confirmedBy,
            deed: 'published file imported',
            councilId: null,
            subject: one.id,
            detail: { digest: one.digest, status: moved.status },
          });
      });
    }
  }

  private async read(one: PublishedImport): Promise<PublishedImport> {
    const programme = await this.ports.programme.current();
    const planned = await this.planOf(one, programme);
    const finishedAt = this.ports.clock.now();
    if (typeof planned === 'string')
      return { ...one, status: 'refused', sentence: planned, finishedAt };
    const { plan, files, definition } = planned;
    await this.ports.turns.give();
    const screened = screenDataFile(
      readScreenFile(one.fileName, files.data),
      files.metadata && readScreenFile(one.metadataName ?? '', files.metadata),
      definition.reference,
    );
    const ruled: Finding[] = [];
    for (const period of plan.periods.filter(({ isNews }) => isNews)) {
      const answer = await this.send(one, period, true);
      ruled.push(...findingsOf(answer));
    }
    return { ...one, status: 'previewed', preview: previewOf(plan, screened, ruled) };
  }

  private async import(one: PublishedImport): Promise<PublishedImport> {
    const programme = await this.ports.programme.current();
    const planned = await this.planOf(one, programme);
    const failed = (sentence: string, outcome: ImportOutcome | null): PublishedImport => ({
      ...one,
      status: 'failed',
      sentence,
      outcome,
      finishedAt: this.ports.clock.now(),
    });
    if (typeof planned === 'string') return failed(planned, null);
    const periods: ImportOutcome['periods'][number][] = [];
    for (const period of planned.plan.periods.filter(({ isNews }) => isNews)) {
      const answer = await this.send(one, period, false);
      if (answer.kind === 'refused')
        return failed(`${answer.refusal.message} ${answer.refusal.fix}`, { periods });
      const { id } = answer.submission;
      await this.ports.check.run();
      const checked = await this.ports.submissions.byId(scope, id);
      periods.push({
        period: period.period,
        submissionId: id,
        accepted: checked?.acceptedCount ?? 0,
        received: checked?.receivedCount ?? period.figures.length,
      });
    }
    return {
      ...one,
      status: 'imported',
      outcome: { periods },
      finishedAt: this.ports.clock.now(),
    };
  }

  /** The same key for a period each time: what was imported already is answered again. */
  private send(
    one: PublishedImport,
    period: PlannedPeriod,
    dryRun: boolean,
  ): Promise<ReceiveAnswer> {
    return this.ports.receive.run(
      submissionOfPeriod(period, {
        reader: readerOf(one.confirmedBy ?? one.uploadedBy),
        day: one.publishedOn,
        fileName: one.fileName,
        key: `published import ${one.id} ${period.period}`,
        dryRun,
      }),
    );
  }

  /** What the file means, read anew each time: what stands may have changed since the preview. A sentence where it cannot be. */
  private async planOf(one: PublishedImport, programme: Programme): Promise<Planned | string> {
    const kept = await this.ports.unitOfWork.run(scope, async (stores) => ({
      data: await stores.imports.file(one.id, 'data'),
      metadata: await stores.imports.file(one.id, 'metadata'),
      definition: await stores.imports.definition(one.programmeId),
    }));
    const { data, metadata, definition } = kept;
    if (!data) return 'The file is not kept any more. Upload it again.';
    if (!definition) return `There is no mapping of any file. ${NO_MAPPING}`;
    const table = tableOf(data, one.fileName, programme);
    const described = metadata && tableOf(metadata, one.metadataName ?? '', programme);
    if (typeof table === 'string') return table;
    if (typeof described === 'string') return described;
    await this.ports.turns.give();
    const plan = await publishedPlan({
      table,
      metadata: described,
      mappings: definition.mappings,
      programme,
      publishedOn: one.publishedOn,
      standing: (metrics) =>
        this.ports.figures.figures(scope, {
          programmeId: programme.register.programmeId,
          metrics,
          councilIds: 'all',
          breakdown: null,
          from: null,
          to: null,
          now: this.ports.clock.now(),
          asKnownAt: null,
        }),
    });
    if (!plan.ok) return `${plan.error} ${NO_MAPPING}`;
    if (plan.value.periods.length === 0) return 'The file has no figure of a council that we keep.';
    return { plan: plan.value, files: { data, metadata }, definition };
  }
}

function tableOf(bytes: Uint8Array, fileName: string, programme: Programme): IntakeTable | string {
  const read = readCsv({ bytes, fileName, announcedLength: null }, programme.validationRules);
  return read.ok
    ? read.value
    : read.error.map(({ message, fix }) => `${fileName}: ${message} ${fix}`).join(' ');
}

const findingsOf = (answer: ReceiveAnswer): readonly Finding[] =>
  answer.kind === 'refused' ? answer.findings : answer.submission.findings;

const readerOf = (actor: string): Reader => ({
  actor,
  roles: [],
  councilIds: [],
  memberIds: [],
  partnership: null,
});
