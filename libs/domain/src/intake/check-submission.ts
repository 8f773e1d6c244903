import { periodKey } from '../periods/period.js';
import { observationOf, type Candidate } from './candidate.js';
import type { CheckedSubmission, IntakeContext } from './check-submission-types.js';
import { asksForWords } from './explanation.js';
import type { Finding } from './finding.js';
import type { IntakeTable, TableHead } from './intake-table.js';
import { mapColumns } from './map-columns.js';
import { readRows, type RowsRead } from './read-rows.js';
import { cellTwice } from './rules/cell-twice.js';
import { cumulativeFell } from './rules/cumulative-fell.js';
import { cumulativeNotReset } from './rules/cumulative-not-reset.js';
import { statedSumAgrees } from './rules/stated-sum-agrees.js';
import { exceptionsAndInTime } from './rules/exceptions-and-in-time.js';
import { brokenIdentities } from './rules/identity.js';
import { monthsOf, settledMonths, type Months } from './rules/month-figures.js';
import { noDenominator } from './rules/no-denominator.js';
import { partAboveWhole } from './rules/part-above-whole.js';
import { revisionNeedsReason } from './rules/revision-needs-reason.js';
import { timesAddUp } from './rules/times-add-up.js';
import { factorOfTen } from './rules/factor-of-ten.js';
import { fileAlreadyReceived } from './rules/file-already-received.js';
import { heapedNumbers } from './rules/heaped-numbers.js';
import { missingTooLong } from './rules/missing-too-long.js';
import { outsideOwnLimits } from './rules/own-limits.js';
import { periodNotExpected } from './rules/period-not-expected.js';
import { publishedGap } from './rules/published-gap.js';
import { sameAsLastMonth } from './rules/same-as-last-month.js';
import { shareOverMonths } from './rules/share-over-months.js';
import { say } from './say.js';

/**
 * Checks the rows of a submission against every rule, all at once: what may be stored, and everything that was said, in
 * the order of the rows. Those of a return or a backfill;
 * a published file has a checker of its own. The same for every channel. Rules look at what was sent and at what stands; a rule never fires on
 * a number that another has refused, and one that needs a number that is missing stays silent.
 */
export const checkSubmission = (table: IntakeTable, context: IntakeContext): CheckedSubmission =>
  checkRowsRead(table, readRows(table, context), context);

/** The same for rows that have been read in parts. */
export function checkRowsRead(
  head: TableHead,
  read: RowsRead,
  context: IntakeContext,
): CheckedSubmission {
  const { kept, findings: twice, folded } = cellTwice(read.candidates, context);
  const months = monthsOf(kept, context);
  const together = whileAllStand(kept, read, months, context);
  const revised = revisionNeedsReason(kept, context);
  const left = whenSomeAreRefused(kept, months, context);
  const past =
    context.monthSoFar === true ? [] : besideThePast(kept, settledMonths(months), context);
  return {
    accepted: revised.changed.filter(({ blocked }) => !blocked).map(observationOf),
    findings: inOrder(
      explained(
        [
          headFindings(head, context),
          read.findings,
          twice,
          together,
          revised.findings,
          left,
          past,
        ].flat(),
        kept,
        context,
      ),
    ),
    receivedCount: read.candidates.length - folded + read.rowsWithout,
    unchangedCount:
      revised.unchanged.filter(({ blocked }) => !blocked).length + totalsThatAgree(read, together),
  };
}

/** What was said of the file as a whole, and of the columns that nobody uses. */
export const headFindings = (head: TableHead, { rules }: IntakeContext): readonly Finding[] => [
  ...(head.remarks ?? []),
  ...mapColumns(head).ignored.flatMap((name) =>
    say(rules, 'COLUMN_IGNORED', { column: name }, { name }),
  ),
];

/** Totals of parts are stored as their parts: one that nothing was said of repeats them. */
const totalsThatAgree = ({ stated }: RowsRead, said: readonly Finding[]): number =>
  stated.filter(
    ({ code, at }) => code === 'BREAKDOWN_SUM' && !said.some(({ row }) => row === at.row),
  ).length;

/** The rules that look at several numbers of a return, on all that was sent; each sees what the ones before refused. */
function whileAllStand(
  kept: readonly Candidate[],
  { stated }: RowsRead,
  months: Months,
  context: IntakeContext,
): readonly Finding[] {
  return [
    ...statedSumAgrees(stated, months, context),
    ...identities(months, context),
    ...cumulativeNotReset(kept, months, context),
  ];
}

/** What was sent beside a number that has been refused, against the number that remains standing in its place. */
function whenSomeAreRefused(
  kept: readonly Candidate[],
  months: Months,
  context: IntakeContext,
): readonly Finding[] {
  const said: Finding[] = [];
  for (;;) {
    // Each round refuses at least one number more, so there is a last one.
    const round = identities(months, context);
    if (round.length === 0) break;
    said.push(...round);
  }
  return [...said, ...cumulativeFell(kept, months, context), ...noDenominator(months, context)];
}

/** What is only unlikely: numbers beside the council's own earlier ones, and beside what was published. */
const besideThePast = (
  kept: readonly Candidate[],
  months: Months,
  context: IntakeContext,
): readonly Finding[] => [
  ...fileAlreadyReceived(context),
  ...periodNotExpected(months, context),
  ...missingTooLong(kept, context),
  ...shareOverMonths('EXCEPTION_ON_TIME', months, context),
  ...shareOverMonths('REFUSAL_AS_WITHDRAWAL', months, context),
  ...sameAsLastMonth(kept, months, context),
  ...factorOfTen(kept, months, context),
  ...outsideOwnLimits('OUTSIDE_OWN_LIMITS', kept, { months, context }),
  ...outsideOwnLimits('DENOMINATOR_MOVED', kept, { months, context }),
  ...heapedNumbers(kept, months, context),
  ...publishedGap(months, context),
];

const identities = (months: Months, context: IntakeContext): readonly Finding[] =>
  [partAboveWhole(context), exceptionsAndInTime(context), timesAddUp(context)].flatMap((stage) =>
    brokenIdentities(stage, months, context),
  );

/** A warning about a figure that is accepted and came with words of its own is explained by them. */
function explained(
  findings: readonly Finding[],
  kept: readonly Candidate[],
  { rules }: IntakeContext,
): readonly Finding[] {
  const words = new Map(
    kept.flatMap((c): [string, string][] => {
      const said = c.reason?.text ?? c.comment;
      if (c.blocked || said === null) return [];
      return [[`${c.council.id} ${c.metric.code} ${periodKey(c.period)}`, said]];
    }),
  );
  return findings.map((finding) => {
    if (!asksForWords(finding, rules)) return finding;
    const { councilId, metric, period } = finding;
    return { ...finding, explanation: words.get(`${councilId} ${metric} ${period}`) ?? null };
  });
}

/** By row, then column, code and words: the same list however the rows came and the rules ran. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const text = (a: string | null, b: string | null): number =>
    (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
  return findings.toSorted(
    (a, b) =>
      (a.row ?? 0) - (b.row ?? 0) ||
      text(a.column, b.column) ||
      text(a.code, b.code) ||
      text(a.message, b.message),
  );
}
