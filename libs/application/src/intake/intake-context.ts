import { publishedBeside, type IntakeContext, type KnownFigure } from '#domain/intake';
import { TOTAL } from '#domain/observations';
import { londonDay, monthsBeforeDay, type Day } from '#domain/periods';
import type { OpenedMonth, Programme, Stores, SubmissionRecord } from '../ports/index.js';

/** How far back rules look behind the months that may still be revised. */
const MONTHS_COMPARED = 24;

export type Checking = {
  readonly stores: Stores;
  readonly programme: Programme;
  readonly submission: SubmissionRecord;
  readonly defaultCouncil: string | null;
  readonly now: Date;
};

/** What was looked up for the rules. */
type Looked = {
  readonly known: ReadonlyMap<string, KnownFigure>;
  readonly receivedBefore: IntakeContext['receivedBefore'];
  readonly opened: readonly OpenedMonth[];
};

/** What the rules may look at besides the rows of a return or a backfill. */
export async function ownContext(input: Checking): Promise<IntakeContext> {
  const { stores, submission, programme, now } = input;
  const { revisionMonths } = programme.returnDefinition;
  const today = londonDay(now);
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
    comparedFrom(today, revisionMonths, opened),
    [
      ...programme.metrics.filter(({ type }) => type === 'box').map(({ code }) => code),
      ...publishedBeside(programme.validationRules),
    ],
  );
  const before = await stores.submissions.sameBytes(submission);
  return contextWith(input, {
    known: new Map(figures.map((figure) => [keyOf(figure), figure])),
    receivedBefore: before === null ? null : londonDay(before.receivedAt),
    opened,
  });
}

/** The same for a published file: what stands is looked up part by part. */
export const publishedContext = (input: Checking): IntakeContext =>
  contextWith(input, { known: new Map(), receivedBefore: null, opened: [] });

function contextWith(
  { submission, programme, now, defaultCouncil }: Checking,
  { known, receivedBefore, opened }: Looked,
): IntakeContext {
  return {
    source: submission.source,
    today: londonDay(now),
    holidays: programme.holidays,
    register: programme.register,
    metrics: programme.metrics,
    returnDefinition: programme.returnDefinition,
    rules: programme.validationRules,
    mayWrite: submission.councilId === null ? 'all' : [submission.councilId],
    defaultCouncil,
    receivedBefore,
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

const keyOf = (figure: KnownFigure): string =>
  `${figure.councilId} ${figure.metric} ${figure.period} ${figure.breakdown}`;
