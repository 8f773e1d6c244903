import {
  checkSubmission,
  mapColumns,
  type CheckedSubmission,
  type Finding,
  type IntakeContext,
  type IntakeTable,
  publishedBeside,
  type KnownFigure,
} from '#domain/intake';
import { TOTAL } from '#domain/observations';
import { londonDay, londonInstant, monthsBeforeDay, type Day } from '#domain/periods';
import type {
  OpenedMonth,
  Programme,
  Stores,
  SubmissionRecord,
  SubmissionStatus,
} from '../ports/index.js';

/** How far back rules look behind the months that may still be revised. */
const MONTHS_COMPARED = 24;

export type Accepted = {
  readonly status: SubmissionStatus;
  readonly receivedCount: number;
  readonly acceptedCount: number;
  readonly findings: readonly Finding[];
  readonly knownSeq: number | null;
  readonly periods: readonly string[];
};

type Input = {
  readonly stores: Stores;
  readonly programme: Programme;
  readonly submission: SubmissionRecord;
  readonly table: IntakeTable;
  readonly defaultCouncil: string | null;
  readonly now: Date;
  /** Writes nothing: what would happen. */
  readonly dryRun: boolean;
};

/**
 * Checks a submission's rows against the rules and what stands, and accepts what holds: revisions, current values,
 * series to assess, the audit row and the next `known_seq`, in the caller's one transaction. The same for every
 * channel, inline or in a worker.
 */
export async function acceptFigures(input: Input): Promise<Accepted> {
  const { stores, submission, programme, now } = input;
  await stores.submissions.lockCouncil(submission.programmeId, submission.councilId);
  const checked = checkSubmission(input.table, await contextOf(input));
  const blocked = checked.findings.some((finding) => finding.severity === 'block');
  const figures = submission.mode === 'atomic' && blocked ? [] : (checked.accepted ?? []);
  const outcome = outcomeOf(checked, figures.length);
  const periods = [...new Set(figures.map((figure) => figure.period.start))];
  if (input.dryRun) return { ...outcome, knownSeq: null, periods };

  await stores.findings.keep(submission, checked.findings, now);
  if (figures.length === 0) {
    await stores.submissions.finish(submission.id, { ...outcome, acceptanceId: null });
    return { ...outcome, knownSeq: null, periods };
  }
  const acceptanceId = await stores.figures.openAcceptance({
    programmeId: submission.programmeId,
    councilId: submission.councilId,
    kind: 'figures',
    submissionId: submission.id,
    actor: submission.receivedBy,
    at: now,
  });
  const from = submission.publishedOn ? londonInstant(submission.publishedOn, '09:30') : null;
  const minors = new Map(programme.metrics.map((metric) => [metric.code, metric.minor]));
  await stores.figures.append(acceptanceId, submission, figures, {
    minorOf: (metric) => minors.get(metric) ?? 0,
    knownNow: from === null || from <= now,
  });
  await stores.findings.closeSettled(acceptanceId, submission, now);
  await stores.figures.queueAssessments(acceptanceId);
  await stores.submissions.finish(submission.id, { ...outcome, acceptanceId });
  await stores.audit.record({
    programmeId: submission.programmeId,
    at: now,
    actor: submission.receivedBy,
    deed: 'figures accepted',
    councilId: submission.councilId,
    subject: submission.id,
    detail: {
      accepted: outcome.acceptedCount,
      received: outcome.receivedCount,
      channel: submission.channel,
    },
  });
  const knownSeq = await stores.figures.seal(acceptanceId, { at: now, from });
  return { ...outcome, knownSeq, periods };
}

function outcomeOf(checked: CheckedSubmission, acceptedFigures: number) {
  const unchanged = checked.accepted === null ? 0 : checked.unchangedCount;
  const acceptedCount =
    acceptedFigures + (acceptedFigures > 0 || checked.accepted?.length === 0 ? unchanged : 0);
  const status: SubmissionStatus =
    acceptedCount === 0
      ? 'refused'
      : acceptedCount < checked.receivedCount
        ? 'accepted-in-part'
        : 'accepted';
  return {
    status,
    receivedCount: checked.receivedCount,
    acceptedCount,
    findings: checked.findings,
  };
}

async function contextOf(input: Input): Promise<IntakeContext> {
  const { stores, submission, programme, now } = input;
  const published = submission.source === 'published';
  const today = londonDay(now);
  const codes = programme.metrics
    .filter((metric) => (metric.type === 'published') === published && metric.type !== 'measure')
    .map((metric) => metric.code);
  const opened =
    submission.source === 'return' && submission.councilId !== null
      ? await stores.permissions.opened({
          programmeId: submission.programmeId,
          councilIds: [submission.councilId],
          today,
        })
      : [];
  const figures = await stores.submissions.knownFigures(
    submission.programmeId,
    submission.councilId === null ? 'all' : [submission.councilId],
    published
      ? '1900-01-01'
      : comparedFrom(today, programme.returnDefinition.revisionMonths, opened),
    published
      ? codesIn(input.table, codes)
      : [...codes, ...publishedBeside(programme.validationRules)],
  );
  const before = published ? null : await stores.submissions.sameBytes(submission);
  const known = new Map(figures.map((figure) => [keyOf(figure), figure]));
  return {
    source: submission.source,
    today,
    holidays: programme.holidays,
    register: programme.register,
    metrics: programme.metrics,
    returnDefinition: programme.returnDefinition,
    rules: programme.validationRules,
    mayWrite: submission.councilId === null ? 'all' : [submission.councilId],
    defaultCouncil: input.defaultCouncil,
    receivedBefore: before === null ? null : londonDay(before.receivedAt),
    expectedPeriod: submission.expectedPeriod,
    isOpened: (councilId, period) =>
      opened.some((one) => one.councilId === councilId && one.period === period),
    publishedFigure: (councilId, metric, period) =>
      known.get(`${councilId} ${metric} ${period} ${TOTAL}`)?.value ?? null,
    known: (councilId, metric, period, breakdown) =>
      known.get(`${councilId} ${metric} ${period} ${breakdown}`),
  };
}

/** The first day of what figures are compared with: the open months and those opened by exception, and as far before. */
const comparedFrom = (today: Day, revisionMonths: number, opened: readonly OpenedMonth[]): Day =>
  [
    monthsBeforeDay(today, revisionMonths + MONTHS_COMPARED),
    ...opened.map(({ start }) => monthsBeforeDay(start, MONTHS_COMPARED)),
  ].sort()[0] ?? today;

/**
 * Those of these codes that a table names: published figures are compared with nothing but their own series, and all of
 * them together are many.
 */
function codesIn(table: IntakeTable, codes: readonly string[]): readonly string[] {
  const measure = mapColumns(table).at.measure ?? -1;
  const named = new Set(table.rows.map(({ cells }) => (cells[measure] ?? '').trim().toLowerCase()));
  return codes.filter((code) => named.has(code.toLowerCase()));
}

const keyOf = (figure: KnownFigure): string =>
  `${figure.councilId} ${figure.metric} ${figure.period} ${figure.breakdown}`;
