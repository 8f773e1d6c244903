import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type Reader, type Scope } from '#domain/access';
import {
  meaningOf,
  plainName,
  proposeMeanings,
  type ColumnMeaning,
  type ColumnNames,
  type IntakeTable,
  type ProposedColumn,
} from '#domain/intake';
import { londonDay } from '#domain/periods';
import type {
  Clock,
  Digests,
  ProgrammeSource,
  Stores,
  SubmissionRecord,
  Turns,
  UnitOfWork,
  WorkbookReader,
} from '../ports/index.js';
import { namesFor } from './names-for.js';
import { keptTable } from './read-body.js';
import type { ReceiveSubmission } from './receive-submission.js';
import type { ReceiveAnswer, ReceivedBody } from './receive-types.js';
import { storedBody } from './stored-body.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly digests: Digests;
  readonly workbooks: WorkbookReader;
  readonly turns: Turns;
  readonly receive: ReceiveSubmission;
};

type Of = { readonly reader: Reader; readonly submissionId: string };

type Kept = {
  readonly submission: SubmissionRecord & { readonly councilId: number };
  readonly body: ReceivedBody;
};

/**
 * A file whose columns were not understood is kept for its sender: they say once what each column holds, it is remembered
 * for the council, and the file is received again as it came. Only a refused file of one's own council can be explained.
 */
export class ExplainColumns {
  constructor(private readonly ports: Ports) {}

  /** The columns of the kept file, with what they seem to hold. */
  async read({ reader, submissionId }: Of): Promise<Result<readonly ProposedColumn[], Refusal>> {
    const programme = await this.ports.programme.current();
    const kept = await this.kept({ reader, submissionId });
    if (!kept) return err(refusal('NOT_FOUND'));
    const names = await this.ports.unitOfWork.run(scopeOf(reader), (stores) =>
      namesFor(stores, programme, kept.submission),
    );
    const table = await this.tableOf(kept, names);
    if (!table) return err(refusal('NOT_FOUND'));
    const today = londonDay(this.ports.clock.now());
    return ok(proposeMeanings(table, { names, register: programme.register, today }));
  }

  /** Remembers the meanings, given by the place of each column, and receives the file again. */
  async run(
    request: Of & { readonly meanings: ReadonlyMap<string, ColumnMeaning> },
  ): Promise<Result<ReceiveAnswer, Refusal>> {
    const { reader, submissionId, meanings } = request;
    const kept = await this.kept(request);
    if (!kept) return err(refusal('NOT_FOUND'));
    const { submission, body } = kept;
    if (!covers(scopeOf(reader).writes, submission.councilId)) return err(refusal('NOT_ALLOWED'));
    const plain = await this.newMeanings(kept, meanings, scopeOf(reader));
    const by = { actor: reader.actor, at: this.ports.clock.now() };
    await this.ports.unitOfWork.run(scopeOf(reader), (stores) =>
      stores.columnNames.remember(submission, plain, by),
    );
    const said = new TextEncoder().encode(JSON.stringify([...meanings].sort()));
    return ok(
      await this.ports.receive.run({
        reader,
        channel: submission.channel,
        operation: 'explainColumns',
        source: submission.source,
        body,
        council: null,
        // The same meanings of the same file, said twice, are one sending.
        idempotencyKey: `${submissionId} ${this.ports.digests.sha256([said])}`,
        mode: submission.mode,
        dryRun: false,
        comment: submission.comment,
        expectedPeriod: submission.expectedPeriod,
        publishedOn: null,
      }),
    );
  }

  /** Names that say by themselves what they were said to mean are not remembered. */
  private async newMeanings(
    { submission }: Kept,
    meanings: ReadonlyMap<string, ColumnMeaning>,
    scope: Scope,
  ): Promise<ReadonlyMap<string, ColumnMeaning>> {
    const programme = await this.ports.programme.current();
    const names = await this.ports.unitOfWork.run(scope, (stores) =>
      namesFor(stores, programme, submission),
    );
    const same = (name: string, meaning: ColumnMeaning): boolean =>
      JSON.stringify(meaningOf(name, names)) === JSON.stringify(meaning);
    return new Map(
      [...meanings]
        .filter(([name, meaning]) => !same(name, meaning))
        .map(([name, meaning]) => [plainName(name), meaning]),
    );
  }

  private async kept({ reader, submissionId }: Of): Promise<Kept | null> {
    const scope = scopeOf(reader);
    if (scope.writes === 'all' || scope.writes.length === 0) return null;
    return this.ports.unitOfWork.run(scope, (stores) => keptIn(stores, submissionId));
  }

  private async tableOf({ body }: Kept, names: ColumnNames): Promise<IntakeTable | null> {
    const { validationRules: rules } = await this.ports.programme.current();
    const { workbooks, turns } = this.ports;
    return keptTable(body, { rules, names, workbooks, turns, councilNamed: true });
  }
}

async function keptIn(stores: Stores, submissionId: string): Promise<Kept | null> {
  const submission = await stores.submissions.find(submissionId);
  if (!submission?.councilId || submission.status !== 'refused') return null;
  const payload = await stores.submissions.payload(submissionId);
  return payload
    ? {
        submission: { ...submission, councilId: submission.councilId },
        body: storedBody(payload, submission.fileName),
      }
    : null;
}
