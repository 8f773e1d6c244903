import { differenceAgrees } from './boxes-of-measure.js';
import { type Candidate } from './candidate.js';
import type { CheckedSubmission, IntakeContext } from './check-submission-types.js';
import type { Finding } from './finding.js';
import type { IntakeTable } from './intake-table.js';
import { mapColumns } from './map-columns.js';
import { placeOf } from './read-figure-cells.js';
import { needsBoxes } from './needs-boxes.js';
import { readRows } from './read-rows.js';
import { betweenNumbers } from './rules/between-numbers.js';
import { cellTwice } from './rules/cell-twice.js';
import { cumulative } from './rules/cumulative.js';
import { monthsOf, type MonthFigures } from './rules/month-figures.js';
import { noDenominator } from './rules/no-denominator.js';
import { revisionNeedsReason } from './rules/revision-needs-reason.js';
import { say } from './say.js';
import type { PendingCheck } from './sheet.js';
import type { Observation } from '../observations/observation.js';

/**
 * Checks the rows of a submission against every rule, all at once: what may be stored, and everything that was said, in
 * the order of the rows. The same for every channel. Rules look at what was sent and at what stands; a rule never fires on
 * a number that another has refused, and one that needs a number that is missing stays silent.
 */
export function checkSubmission(table: IntakeTable, context: IntakeContext): CheckedSubmission {
  const read = readRows(table, context);
  const { kept, findings: twice, folded } = cellTwice(read.candidates, context);
  const isReturn = context.source !== 'published';
  const months = isReturn ? monthsOf(kept, context) : [];
  const differences = read.pending.flatMap((pending) =>
    differenceFindings(pending, months, context),
  );
  const between = isReturn ? betweenNumbers(months, context) : [];
  const over = isReturn ? cumulative(kept, months, context) : [];
  const notes = isReturn ? noDenominator(months, context) : [];
  const revised = revisionNeedsReason(kept, context);
  const ignored = mapColumns(table.columns).ignored.flatMap((name) =>
    say(context.rules, 'COLUMN_IGNORED', { column: name }, { name }),
  );
  return {
    accepted: revised.changed.map(observationOf),
    findings: inOrder([
      ...ignored,
      ...read.findings,
      ...twice,
      ...differences,
      ...between,
      ...over,
      ...notes,
      ...revised.findings,
    ]),
    receivedCount: read.candidates.length - folded + read.rowsWithout,
    unchangedCount: revised.unchangedCount,
  };
}

/** A measure sent with a denominator that is a difference: its boxes must be there, and agree. */
function differenceFindings(
  { check, at, candidate }: PendingCheck,
  months: readonly MonthFigures[],
  context: IntakeContext,
): readonly Finding[] {
  const month = months.find(
    (m) => m.councilId === at.council.id && m.period.start === at.period.start,
  );
  const agrees = differenceAgrees(check, (box) => month?.value(box) ?? null);
  if (agrees === true || candidate.blocked) return [];
  candidate.blocked = true;
  if (agrees === null)
    return needsBoxes(at.metric, [...check.plus, ...check.minus], context, {
      ...placeOf(at, at.metric.code),
      column: 'measure',
    });
  const x = check.plus.map((box) => month?.value(box) ?? '').join(' + ');
  const less = check.minus.map((box) => month?.value(box) ?? '').join(' − ');
  return say(context.rules, 'SHARED_NUMBER_DIFFERS', placeOf(at, check.text), {
    x: `${x} − ${less}`,
    y: check.text.trim(),
    box: at.metric.denominatorWords,
    a: check.plus.concat(check.minus).join(' and '),
    b: at.metric.code,
  });
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
  return [...findings].sort(
    (a, b) => (a.row ?? 0) - (b.row ?? 0) || text(a.column, b.column) || text(a.code, b.code),
  );
}
