import type { Observation } from '../observations/observation.js';
import type { Candidate } from './candidate.js';
import type { CheckedSubmission, IntakeContext } from './check-submission-types.js';
import type { Finding } from './finding.js';
import type { IntakeTable } from './intake-table.js';
import { mapColumns } from './map-columns.js';
import { readRows, type RowsRead } from './read-rows.js';
import { cellTwice } from './rules/cell-twice.js';
import { cumulativeFell } from './rules/cumulative-fell.js';
import { cumulativeNotReset } from './rules/cumulative-not-reset.js';
import { denominatorAgrees } from './rules/denominator-agrees.js';
import { exceptionsAndInTime } from './rules/exceptions-and-in-time.js';
import { brokenIdentities } from './rules/identity.js';
import { monthsOf } from './rules/month-figures.js';
import { noDenominator } from './rules/no-denominator.js';
import { partAboveWhole } from './rules/part-above-whole.js';
import { revisionNeedsReason } from './rules/revision-needs-reason.js';
import { timesAddUp } from './rules/times-add-up.js';
import { say } from './say.js';

/**
 * Checks the rows of a submission against every rule, all at once: what may be stored, and everything that was said, in
 * the order of the rows. The same for every channel. Rules look at what was sent and at what stands; a rule never fires on
 * a number that another has refused, and one that needs a number that is missing stays silent.
 */
export function checkSubmission(table: IntakeTable, context: IntakeContext): CheckedSubmission {
  const read = readRows(table, context);
  const { kept, findings: twice, folded } = cellTwice(read.candidates, context);
  const together = context.source === 'published' ? [] : betweenFigures(kept, read, context);
  const revised = revisionNeedsReason(kept, context);
  const ignored = mapColumns(table.columns).ignored.flatMap((name) =>
    say(context.rules, 'COLUMN_IGNORED', { column: name }, { name }),
  );
  return {
    accepted: revised.changed.map(observationOf),
    findings: inOrder([ignored, read.findings, twice, together, revised.findings].flat()),
    receivedCount: read.candidates.length - folded + read.rowsWithout,
    unchangedCount: revised.unchangedCount,
  };
}

/** The rules that look at several numbers of a return; each sees what the ones before it have refused. */
function betweenFigures(
  kept: readonly Candidate[],
  { denominators }: RowsRead,
  context: IntakeContext,
): readonly Finding[] {
  const months = monthsOf(kept, context);
  const identities = [partAboveWhole(context), exceptionsAndInTime(context), timesAddUp(context)];
  return [
    ...denominatorAgrees(denominators, months, context),
    ...identities.flatMap((stage) => brokenIdentities(stage, months, context)),
    ...cumulativeNotReset(kept, months, context),
    ...cumulativeFell(kept, months, context),
    ...noDenominator(months, context),
  ];
}

const observationOf = (c: Candidate): Observation => ({
  councilId: c.council.id,
  metric: c.metric.code,
  major: c.metric.major,
  period: c.period,
  breakdown: c.breakdown,
  numerator: c.numerator,
  denominator: c.denominator,
  value: c.value,
  state: c.state,
  symbol: c.symbol,
  comment: c.comment,
  reason: c.reason,
});

/** By row, then column, then code: the same list however the rules happened to run. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const text = (a: string | null, b: string | null): number =>
    (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
  return findings.toSorted(
    (a, b) => (a.row ?? 0) - (b.row ?? 0) || text(a.column, b.column) || text(a.code, b.code),
  );
}
