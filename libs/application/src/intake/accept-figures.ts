import { checkRowsRead, rowReader, type Finding, type RowsRead } from '#domain/intake';
import type { Observation } from '#domain/observations';
import { londonInstant } from '#domain/periods';
import type { SubmissionRecord, SubmissionStatus } from '../ports/index.js';
import { checkPublished, MOST_FINDINGS } from './accept-published.js';
import { ownContext, publishedContext, type Checking } from './intake-context.js';
import type { RowSource } from './row-source.js';

export type Accepted = {
  readonly status: SubmissionStatus;
  readonly receivedCount: number;
  readonly acceptedCount: number;
  readonly findings: readonly Finding[];
  readonly knownSeq: number | null;
  readonly periods: readonly string[];
};

type Input = Checking & {
  readonly rows: RowSource;
  /** Writes nothing: what would happen. */
  readonly dryRun: boolean;
};

/** What checking came to. `changed`: new figures, all of them written. */
type Checked = {
  readonly receivedCount: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly findings: readonly Finding[];
  readonly periods: readonly string[];
};

/**
 * Checks a submission's rows against the rules and what stands, and accepts what holds: revisions, current values,
 * series to assess, the audit row and the next `known_seq`, in the caller's one transaction. The same for every
 * channel, inline or in a worker.
 */
export async function acceptFigures(input: Input): Promise<Accepted> {
  const { stores, submission, now } = input;
  await stores.submissions.lockCouncil(submission.programmeId, submission.councilId);
  const writer = writerOf(input);
  const checked =
    submission.source === 'published'
      ? await acceptPublished(input, writer)
      : await acceptOwn(input, writer);
  const outcome = outcomeOf(checked);
  const { periods } = checked;
  if (input.dryRun) return { ...outcome, knownSeq: null, periods };

  await stores.findings.keep(submission, checked.findings, now);
  const acceptanceId = writer.opened();
  if (acceptanceId === null) {
    await stores.submissions.finish(submission.id, { ...outcome, acceptanceId: null });
    return { ...outcome, knownSeq: null, periods };
  }
  await stores.findings.closeSettled(acceptanceId, submission, now);
  // The return has come: what was pushed of the month while it ran is gone.
  if (submission.councilId !== null)
    await stores.monthsSoFar.forget({ ...submission, councilId: submission.councilId }, periods);
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
  const knownSeq = await stores.figures.seal(acceptanceId, {
    at: now,
    from: knownFrom(submission),
  });
  return { ...outcome, knownSeq, periods };
}

/** A published file is known from the morning of its publication. */
const knownFrom = ({ publishedOn }: SubmissionRecord): Date | null =>
  publishedOn ? londonInstant(publishedOn, '09:30') : null;

type Writer = {
  readonly append: (figures: readonly Observation[]) => Promise<void>;
  /** The acceptance, once something has been written. */
  readonly opened: () => string | null;
};

/** Appends figures to one acceptance, which the first of them opens. A dry run writes nothing. */
function writerOf({ stores, submission, programme, now, dryRun }: Input): Writer {
  const from = knownFrom(submission);
  const minors = new Map(programme.metrics.map((metric) => [metric.code, metric.minor]));
  let acceptanceId: string | null = null;
  return {
    opened: () => acceptanceId,
    append: async (figures) => {
      if (dryRun || figures.length === 0) return;
      acceptanceId ??= await stores.figures.openAcceptance({
        programmeId: submission.programmeId,
        councilId: submission.councilId,
        kind: 'figures',
        submissionId: submission.id,
        actor: submission.receivedBy,
        at: now,
      });
      await stores.figures.append(acceptanceId, submission, figures, {
        minorOf: (metric) => minors.get(metric) ?? 0,
        knownNow: from === null || from <= now,
      });
    },
  };
}

/**
 * Rows of a return or a backfill, which are held at once to be compared with each other. Four years of one council, with
 * every box and breakdown, are under 20,000.
 */
export const MOST_OWN_ROWS = 50_000;

/** A return or a backfill: its figures are compared with each other, so that all of them are here at once. */
async function acceptOwn(input: Input, writer: Writer): Promise<Checked> {
  const { rows, submission } = input;
  const context = await ownContext(input);
  const reader = rowReader(rows.head, context);
  const read = { candidates: [], findings: [], stated: [], rowsWithout: 0 } as Gathered;
  for await (const part of rows.batches()) gather(read, reader(part));
  const checked = checkRowsRead(rows.head, read, context);
  const isBlocked = checked.findings.some(({ severity }) => severity === 'block');
  const figures = submission.mode === 'atomic' && isBlocked ? [] : (checked.accepted ?? []);
  await writer.append(figures);
  const all = figures.length > 0 || checked.accepted?.length === 0;
  return {
    receivedCount: checked.receivedCount,
    changed: figures.length,
    unchanged: all ? checked.unchangedCount : 0,
    findings: checked.findings,
    periods: [...new Set(figures.map((figure) => figure.period.start))],
  };
}

type Gathered = {
  -readonly [Key in keyof RowsRead]: RowsRead[Key] extends readonly (infer Item)[]
    ? Item[]
    : number;
};

/** Of more findings than anybody reads, the first are kept. */
function gather(all: Gathered, part: RowsRead): void {
  all.candidates.push(...part.candidates);
  all.findings.push(...part.findings.slice(0, Math.max(0, MOST_FINDINGS - all.findings.length)));
  all.stated.push(...part.stated);
  all.rowsWithout += part.rowsWithout;
}

async function acceptPublished(input: Input, writer: Writer): Promise<Checked> {
  const { stores, submission, rows } = input;
  const context = publishedContext(input);
  const published = { stores, submission, rows, context };
  if (submission.mode === 'atomic') {
    const tried = await checkPublished(published, () => Promise.resolve());
    if (tried.isBlocked) return { ...tried, changed: 0, unchanged: 0, periods: [] };
  }
  const done = await checkPublished(published, writer.append);
  return { ...done, changed: done.changedCount, unchanged: done.unchangedCount };
}

/** How a delivery ended, by how many of its figures were accepted. */
export function outcomeOf(
  checked: Pick<Checked, 'changed' | 'unchanged' | 'receivedCount' | 'findings'>,
) {
  const { changed, unchanged, receivedCount, findings } = checked;
  const acceptedCount = changed + unchanged;
  const status: SubmissionStatus =
    acceptedCount === 0
      ? 'refused'
      : acceptedCount < receivedCount
        ? 'accepted-in-part'
        : 'accepted';
  return { status, receivedCount, acceptedCount, findings };
}
