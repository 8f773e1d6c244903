import { refusal, type RefusalCode } from '#domain';
import { sendingScopeOf, workerScope, type Scope } from '#domain/access';
import { londonDay } from '#domain/periods';
import { KeyInFlight } from '../ports/index.js';
import type {
  Clock,
  Digests,
  Ids,
  Programme,
  ProgrammeSource,
  Stores,
  SubmissionReadModel,
  SubmissionRecord,
  Turns,
  UnitOfWork,
  WakeUps,
  WorkbookReader,
} from '../ports/index.js';
import { chooseCouncil } from './choose-council.js';
import { currentCode } from './current-code.js';
import { endDraft } from './end-draft.js';
import { acceptFigures, MOST_OWN_ROWS } from './accept-figures.js';
import { answerTo, replayOf } from './answers.js';
import { namesFor } from './names-for.js';
import { readBody, type ReadBody } from './read-body.js';
import type { ReceiveAnswer, ReceiveRequest } from './receive-types.js';
import { recordOf } from './submission-record.js';
import { viewOf } from './submission-view.js';

/** A submission of at most this many rows is checked while the sender waits. */
const INLINE_ROWS = 1_000;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly submissions: SubmissionReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digests: Digests;
  readonly wakeUps: WakeUps;
  readonly workbooks: WorkbookReader;
  readonly turns: Turns;
};

/** Everything decided about a request before the database is asked. */
type Plan = {
  readonly request: ReceiveRequest;
  readonly scope: Scope;
  readonly programme: Programme;
  readonly record: SubmissionRecord;
  readonly body: ReadBody;
  readonly inline: boolean;
};

/**
 * Takes a delivery by any channel: one key, one effect, one answer. What it acknowledges is committed. Never throws for
 * bad input; throws when the database is away (the sender may send the same again).
 */
export class ReceiveSubmission {
  constructor(private readonly ports: Ports) {}

  async run(request: ReceiveRequest): Promise<ReceiveAnswer> {
    const programme = await this.ports.programme.current();
    const scope =
      request.source === 'published'
        ? workerScope(request.reader.actor)
        : sendingScopeOf(request.reader);
    const now = this.ports.clock.now();
    const council = chooseCouncil(request, scope, programme, londonDay(now));
    if (council.kind === 'refused') return refusedAs(council.code);
    const body = await readBody(request.body, {
      workbooks: this.ports.workbooks,
      turns: this.ports.turns,
      names: await this.ports.unitOfWork.run(scope, (stores) =>
        namesFor(stores, programme, { ...council, source: request.source }),
      ),
      comment: request.comment,
      rules: programme.validationRules,
      councilNamed: council.councilId !== null,
      mostRows: request.source === 'published' ? null : MOST_OWN_ROWS,
    });
    const plan: Plan = {
      request,
      scope,
      programme,
      body,
      record: recordOf(request, body, {
        id: this.ports.ids.newId(),
        programme,
        councilId: council.councilId,
        now,
        digests: this.ports.digests,
      }),
      inline: body.kind === 'refused' || body.count <= INLINE_ROWS,
    };
    try {
      const answer = await this.ports.unitOfWork.run(scope, (stores) =>
        this.take(plan, stores, now),
      );
      if (answer.kind === 'replay') return await this.replay(plan, answer.submissionId);
      if (request.dryRun) return answer;
      await this.wake(plan);
      return answer;
    } catch (error) {
      if (error instanceof KeyInFlight) {
        return refusedAs('IDEMPOTENCY_KEY_IN_FLIGHT');
      }
      throw error;
    }
  }

  private async take(
    plan: Plan,
    stores: Stores,
    now: Date,
  ): Promise<ReceiveAnswer | { kind: 'replay'; submissionId: string }> {
    const { request, record, body } = plan;
    if (request.idempotencyKey !== null && !request.dryRun) {
      const claim = await stores.submissions.claimKey({
        programmeId: record.programmeId,
        councilId: record.councilId,
        operation: request.operation,
        // What a key says is not kept: it is compared, and nothing more.
        key: this.ports.digests.sha256([request.idempotencyKey]),
        bodyDigest: record.bodyDigest,
        submissionId: record.id,
        now,
      });
      if (claim.kind === 'replay') return claim;
      if (claim.kind === 'reused') {
        return refusedAs('IDEMPOTENCY_KEY_REUSED');
      }
    }
    if (body.kind === 'refused') return this.refuse(plan, stores, body, now);
    if (!request.dryRun) {
      await stores.submissions.insert(record);
      await stores.submissions.keepPayload(record, body.keep.format, body.keep.bytes);
      if (!plan.inline) {
        return {
          kind: 'received',
          submission: viewOf(record, { findings: [], knownSeq: null, periods: [] }),
          replayed: false,
          dryRun: false,
          pending: true,
        };
      }
    }
    const accepted = await acceptFigures({
      stores,
      programme: plan.programme,
      submission: record,
      rows: body.rows,
      defaultCouncil:
        request.council ?? currentCode(plan.programme.register, plan.record.councilId),
      now,
      dryRun: request.dryRun,
    });
    if (accepted.status === 'accepted') await endDraft(plan, stores);
    return answerTo(plan, accepted);
  }

  /** A refusal as a whole is kept too (quarantine), except the content that the personal-data guard stopped. */
  private async refuse(
    plan: Plan,
    stores: Stores,
    body: ReadBody & { kind: 'refused' },
    now: Date,
  ): Promise<ReceiveAnswer> {
    const { request, record } = plan;
    const refused = { ...record, status: 'refused' as const };
    if (!request.dryRun) {
      await stores.submissions.insert(refused);
      if (body.keep)
        await stores.submissions.keepPayload(refused, body.keep.format, body.keep.bytes);
      await stores.findings.keep(refused, body.findings, now);
    }
    return {
      kind: 'refused',
      refusal: refusal('FILE_REFUSED'),
      findings: body.findings,
      submissionId: request.dryRun ? null : record.id,
    };
  }

  private async replay(plan: Plan, submissionId: string): Promise<ReceiveAnswer> {
    const submission = await this.ports.submissions.byId(plan.scope, submissionId);
    if (!submission) return refusedAs('NOT_FOUND');
    return replayOf(submission);
  }

  /** After commit, and only to make it soon: a lost wake-up is found by the sweep. */
  private async wake(plan: Plan): Promise<void> {
    await this.ports.wakeUps.wake(plan.inline ? 'assessments' : 'submissions');
  }
}

const refusedAs = (code: RefusalCode): ReceiveAnswer => ({
  kind: 'refused',
  refusal: refusal(code),
  findings: [],
  submissionId: null,
});
