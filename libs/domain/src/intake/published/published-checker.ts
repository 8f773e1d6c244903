import type { Observation } from '../../observations/observation.js';
import { observationOf, type Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import type { IntakeRow, TableHead } from '../intake-table.js';
import { rowReader, type RowsRead } from '../read-rows.js';
import { revisionNeedsReason } from '../rules/revision-needs-reason.js';
import { say } from '../say.js';
import { CellBook } from './cell-book.js';

/** First numbers of cells that are given twice, remembered to be quoted beside the second. */
const MOST_QUOTED = 10_000;

/** What of some rows of a published file may be stored, and what was said of them. */
export type PublishedRows = {
  readonly candidates: readonly Candidate[];
  readonly findings: readonly Finding[];
  readonly receivedCount: number;
};

/**
 * Checks a published file of any length: every row is looked at first, to see which cells come more than once, and settled
 * when all have been. Of a cell that comes again the first row is used; where two differ neither is. Rows come in parts, in
 * their order, the same both times; what `look` read may be settled as it is, by whoever can keep it.
 */
export function publishedChecker(
  head: TableHead,
  context: IntakeContext,
): {
  readonly look: (rows: readonly IntakeRow[]) => RowsRead;
  readonly read: (rows: readonly IntakeRow[]) => RowsRead;
  readonly settle: (read: RowsRead) => PublishedRows;
} {
  const reader = rowReader(head, context);
  const book = new CellBook();
  const quoted = new Map<number, string>();
  return {
    look: (rows) => {
      const read = reader(rows);
      for (const candidate of read.candidates) if (!candidate.blocked) book.add(candidate);
      return read;
    },
    read: reader,
    settle: ({ candidates, findings, rowsWithout }) => {
      const said: Finding[] = [];
      let folded = 0;
      const kept = candidates.filter((candidate) => {
        const seen = candidate.blocked ? null : book.repeated(candidate);
        if (!seen) return true;
        const isFirst = seen.row === candidate.row;
        if (seen.differs) {
          candidate.blocked = true;
          if (isFirst && quoted.size < MOST_QUOTED) quoted.set(candidate.row, candidate.sent);
          if (!isFirst) said.push(...differ(candidate, seen.row, { quoted, context }));
          return true;
        }
        if (isFirst) return true;
        folded += 1;
        said.push(
          ...say(context.rules, 'CELL_TWICE_SAME', placeOf(candidate, candidate.sent), {
            a: seen.row,
            b: candidate.row,
          }),
        );
        return false;
      });
      const inOrder = [...findings, ...said].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
      const receivedCount = candidates.length - folded + rowsWithout;
      return { candidates: kept, findings: inOrder, receivedCount };
    },
  };
}

function differ(
  candidate: Candidate,
  first: number,
  {
    quoted,
    context,
  }: { readonly quoted: ReadonlyMap<number, string>; readonly context: IntakeContext },
): readonly Finding[] {
  const x = quoted.get(first)?.trim() ?? '…';
  const y = candidate.sent.trim();
  const fills = { a: first, b: candidate.row, x, y, box: candidate.metric.title };
  return say(context.rules, 'CELL_TWICE_DIFFERENT', placeOf(candidate, candidate.sent), fills);
}

/** Which of these figures are new, and how many say what stands already (as the context knows it). */
export function publishedChanges(
  candidates: readonly Candidate[],
  context: IntakeContext,
): { readonly figures: readonly Observation[]; readonly unchanged: number } {
  const { changed, unchanged } = revisionNeedsReason(candidates, context);
  return { figures: changed.map(observationOf), unchanged: unchanged.length };
}
