import {
  headFindings,
  publishedChanges,
  publishedChecker,
  type Finding,
  type IntakeContext,
  type KnownFigure,
  type RowsRead,
} from '#domain/intake';
import type { Observation } from '#domain/observations';
import type { Stores, SubmissionRecord } from '../ports/index.js';
import type { RowSource } from './row-source.js';

/** Findings beyond these are counted and not kept: whoever has ten thousand mends one and sees the others go. */
export const MOST_FINDINGS = 10_000;

/** What came of a published file. */
export type PublishedOutcome = {
  readonly receivedCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  readonly isBlocked: boolean;
  readonly findings: readonly Finding[];
  readonly periods: readonly string[];
};

/** Rows that are kept as they were read at the first look; a longer file is read again. */
const MOST_KEPT = 20_000;

/**
 * Checks a published file of any length part by part, and hands on what is new: of a million rows no more than some
 * thousands are ever in memory. First all rows are looked at, to see which cells come more than once. While a part is
 * written, the next one is read.
 */
export async function checkPublished(
  {
    stores,
    submission,
    rows,
    context,
  }: {
    readonly stores: Stores;
    readonly submission: SubmissionRecord;
    readonly rows: RowSource;
    readonly context: IntakeContext;
  },
  take: (figures: readonly Observation[]) => Promise<void>,
): Promise<PublishedOutcome> {
  const checker = publishedChecker(rows.head, context);
  const parts = await lookedThrough(rows, checker);
  const findings: Finding[] = [...headFindings(rows.head, context)];
  const periods = new Set<string>();
  const counts = { received: 0, changed: 0, unchanged: 0 };
  let isBlocked = false;
  let written = Promise.resolve();
  for await (const part of parts) {
    const read = checker.settle(part);
    await written;
    const known = new Map<string, KnownFigure>();
    for (const figure of await stores.submissions.knownCells(
      submission.programmeId,
      read.candidates,
    ))
      known.set(keyOf(figure.councilId, figure.metric, figure.period, figure.breakdown), figure);
    const { figures, unchanged } = publishedChanges(read.candidates, {
      ...context,
      known: (councilId, metric, period, breakdown) =>
        known.get(keyOf(councilId, metric, period, breakdown)),
    });
    counts.received += read.receivedCount;
    counts.changed += figures.length;
    counts.unchanged += unchanged;
    isBlocked ||= read.findings.some(({ severity }) => severity === 'block');
    findings.push(...read.findings.slice(0, MOST_FINDINGS - findings.length));
    for (const figure of figures) periods.add(figure.period.start);
    if (figures.length > 0) written = take(figures);
    // It is awaited after the next part is read; until then a failure must not count as one that nobody waits for.
    written.catch(() => undefined);
  }
  await written;
  return {
    receivedCount: counts.received,
    changedCount: counts.changed,
    unchangedCount: counts.unchanged,
    isBlocked,
    findings,
    periods: [...periods],
  };
}

/** Enters every row's cell in the checker's book; answers the rows as read, kept or to be read once more. */
async function lookedThrough(
  rows: RowSource,
  checker: ReturnType<typeof publishedChecker>,
): Promise<AsyncIterable<RowsRead> | Iterable<RowsRead>> {
  let kept: RowsRead[] = [];
  let count = 0;
  for await (const part of rows.batches()) {
    const read = checker.look(part);
    count += part.length;
    if (count <= MOST_KEPT) kept.push(read);
    else kept = [];
  }
  if (count <= MOST_KEPT) return kept;
  return (async function* () {
    for await (const part of rows.batches()) yield checker.read(part);
  })();
}

const keyOf = (councilId: number, metric: string, period: string, breakdown: string): string =>
  `${councilId} ${metric} ${period} ${breakdown}`;
