import { refusal, type RefusalCode } from '#domain';
import { sendingScopeOf } from '#domain/access';
import { checkRowsRead, rowReader, type RowsRead } from '#domain/intake';
import type { Observation } from '#domain/observations';
import { londonDay, londonInstant, monthOfDay, periodKey, type Period } from '#domain/periods';
import type {
  Clock,
  Digests,
  Programme,
  ProgrammeSource,
  Stores,
  SubmissionRecord,
  Turns,
  UnitOfWork,
  WorkbookReader,
} from '../ports/index.js';
import { MOST_OWN_ROWS } from './accept-figures.js';
import { outcomeOf } from './accept-figures.js';
import { answerTo } from './answers.js';
import { chooseCouncil } from './choose-council.js';
import { currentCode } from './current-code.js';
import { ownContext } from './intake-context.js';
import { namesFor } from './names-for.js';
import { readBody, type ReadBody } from './read-body.js';
import type { ReceiveAnswer, ReceiveRequest } from './receive-types.js';
import type { RowSource } from './row-source.js';
import { recordOf } from './submission-record.js';

/** A return has some dozens of numbers: more rows than this are no month of one council. */
const MOST_ROWS = 1_000;
/** A month whose return never comes is not shown for ever. */
const KEPT_DAYS = 60;
const DAY_MS = 86_400_000;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly digests: Digests;
  readonly workbooks: WorkbookReader;
  readonly turns: Turns;
};

type Push = {
  readonly request: ReceiveRequest;
  readonly programme: Programme;
  readonly record: SubmissionRecord & { readonly councilId: number };
  readonly rows: RowSource;
  readonly running: Period;
};

/**
 * Takes what a council's system pushes of the month that is running. The same guard and the same rules as for a return,
 * but those that need a whole month. What is accepted stands in a table of its own until the next push replaces it or the
 * return comes: it is no submission, so it is never judged, approved, released or counted as received. Of a push that is
 * refused nothing is kept, and what was pushed before stays.
 */
export class ReceiveMonthSoFar {
  constructor(private readonly ports: Ports) {}

  async run(request: ReceiveRequest): Promise<ReceiveAnswer> {
    const programme = await this.ports.programme.current();
    const scope = sendingScopeOf(request.reader);
    const now = this.ports.clock.now();
    const today = londonDay(now);
    const council = chooseCouncil(request, scope, programme, today);
    if (council.kind === 'refused') return refusedAs(council.code);
    const { councilId } = council;
    if (councilId === null) return refusedAs('NOT_ALLOWED');
    const body = await readBody(request.body, {
      workbooks: this.ports.workbooks,
      turns: this.ports.turns,
      names: await this.ports.unitOfWork.run(scope, (stores) =>
        namesFor(stores, programme, { councilId, source: request.source }),
      ),
      comment: request.comment,
      rules: programme.validationRules,
      councilNamed: true,
      mostRows: MOST_OWN_ROWS,
    });
    if (body.kind === 'refused') return refusedAs('FILE_REFUSED', body.findings);
    if (body.count > MOST_ROWS) return refusedAs('NOT_A_MONTH_SO_FAR');
    const { digests } = this.ports;
    const record = {
      ...recordOf(request, body, { id: '', programme, councilId, now, digests }),
      councilId,
      // It is no submission, so nothing was "already received".
      fileDigest: null,
    };
    const push = { request, programme, record, rows: body.rows, running: monthOfDay(today) };
    return this.ports.unitOfWork.run(scope, (stores) => this.take(push, stores, now));
  }

  private async take(push: Push, stores: Stores, now: Date): Promise<ReceiveAnswer> {
    const { request, record, running } = push;
    await stores.submissions.lockCouncil(record.programmeId, record.councilId);
    const keyDigest =
      request.idempotencyKey === null ? null : this.ports.digests.sha256([request.idempotencyKey]);
    const { bodyDigest } = record;
    const before = await stores.monthsSoFar.pushed(record, running);
    const isSameKey = !request.dryRun && keyDigest !== null && before?.keyDigest === keyDigest;
    if (isSameKey && before.bodyDigest !== bodyDigest) return refusedAs('IDEMPOTENCY_KEY_REUSED');

    const checked = await this.check(push, stores, now);
    if (checked === null) return refusedAs('NOT_A_MONTH_SO_FAR');
    const { figures, ...outcome } = checked;
    if (!request.dryRun && !isSameKey && figures.length > 0) {
      await stores.monthsSoFar.replace(record, {
        councilId: record.councilId,
        period: running,
        receivedAt: now,
        receivedBy: record.receivedBy,
        channel: record.channel,
        demonstration: record.demonstration,
        figures: figures.map(({ metric, breakdown, value, state }) => ({
          metric,
          breakdown,
          value,
          state,
        })),
        keyDigest,
        bodyDigest,
        expiresAt: new Date(londonInstant(running.end, '00:00').getTime() + KEPT_DAYS * DAY_MS),
      });
      await stores.audit.record({
        programmeId: record.programmeId,
        at: now,
        actor: record.receivedBy,
        deed: 'month so far received',
        councilId: record.councilId,
        subject: periodKey(running),
        detail: { accepted: outcome.acceptedCount, received: outcome.receivedCount },
      });
    }
    const answer = answerTo({ request, record }, { ...outcome, knownSeq: null, periods: [] });
    return answer.kind === 'refused'
      ? { ...answer, submissionId: null }
      : { ...answer, replayed: isSameKey };
  }

  /** Null when a row is of a month that has ended: those are sent as the return that they are. */
  private async check(push: Push, stores: Stores, now: Date) {
    const { request, programme, record, rows, running } = push;
    const context = {
      ...(await ownContext({
        stores,
        programme,
        submission: record,
        defaultCouncil: request.council ?? currentCode(programme.register, record.councilId),
        now,
      })),
      monthSoFar: true,
    };
    const read = await readAll(rows, rowReader(rows.head, context));
    const key = periodKey(running);
    if (read.candidates.some(({ period }) => periodKey(period) !== key)) return null;
    const { accepted, findings, receivedCount } = checkRowsRead(rows.head, read, context);
    const isBlocked = findings.some(({ severity }) => severity === 'block');
    const figures: readonly Observation[] =
      request.mode === 'atomic' && isBlocked ? [] : (accepted ?? []);
    const changed = figures.length;
    return { figures, ...outcomeOf({ changed, unchanged: 0, receivedCount, findings }) };
  }
}

/** At most `MOST_ROWS` rows, which may come in parts. */
async function readAll(rows: RowSource, read: ReturnType<typeof rowReader>): Promise<RowsRead> {
  const parts: RowsRead[] = [];
  for await (const part of rows.batches()) parts.push(read(part));
  return {
    candidates: parts.flatMap(({ candidates }) => candidates),
    findings: parts.flatMap(({ findings }) => findings),
    stated: parts.flatMap(({ stated }) => stated),
    rowsWithout: parts.reduce((sum, { rowsWithout }) => sum + rowsWithout, 0),
  };
}

const refusedAs = (
  code: RefusalCode,
  findings: (ReadBody & { kind: 'refused' })['findings'] = [],
): ReceiveAnswer => ({ kind: 'refused', refusal: refusal(code), findings, submissionId: null });
