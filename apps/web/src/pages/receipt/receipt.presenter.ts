import type { Programme, SubmissionView } from '#application/ports';
import type { Finding } from '#domain/intake';
import type { Reader } from '#domain/access';
import type { Council } from '#domain/register';
import type { Refusal } from '#domain';
import { addresses } from '../../addresses/addresses.js';
import { monthOfKey } from '../../addresses/period-address.js';
import { listOf } from '../../format/format-list.js';
import { formatPeriodKey } from '../../format/format-period.js';
import { formatMoment } from '../../format/format-time.js';
import { belongsTo, isOfCouncil, mayApprove } from '../../http/access.js';
import { receiptWords } from '../../words/receipt.words.js';
import { findingsTable } from '../return/findings.js';

export type Receipt = {
  readonly submission: SubmissionView;
  readonly programme: Programme;
  readonly reader: Reader;
  readonly refusal: Refusal | null;
};

const isPending = ({ status }: SubmissionView): boolean =>
  status === 'received' || status === 'validating';
const waitsForApproval = ({ status }: SubmissionView): boolean =>
  status === 'accepted' || status === 'accepted-in-part';

function titleOf(submission: SubmissionView): string {
  const periods = listOf(submission.periods.map(formatPeriodKey));
  const subject = periods === '' ? (submission.fileName ?? receiptWords.submission) : periods;
  if (isPending(submission)) return receiptWords.pendingTitle(subject);
  return submission.status === 'refused' ? receiptWords.refusedTitle : receiptWords.title(subject);
}

function nextLines(submission: SubmissionView, months: number): readonly string[] {
  const lines: string[] = [];
  if (isPending(submission)) lines.push(receiptWords.nextPending);
  if (waitsForApproval(submission)) lines.push(receiptWords.nextApprove);
  const { approvedBy, approvedAt } = submission;
  if (approvedBy !== null && approvedAt) {
    lines.push(receiptWords.nextApproved(approvedBy, formatMoment(approvedAt)));
  }
  const until = monthOfKey(submission.periods[0] ?? '', months);
  if (until && submission.acceptedCount > 0) {
    lines.push(receiptWords.correctUntil(formatPeriodKey(until.key)));
  }
  return lines;
}

/** Where a finding was, in words: the measure or box by its title, beside the row. */
const placeIn =
  (programme: Programme) =>
  (finding: Finding): string | null =>
    programme.metrics.find(({ code }) => code === finding.metric)?.title ?? null;

function summaryOf(submission: SubmissionView, council: Council | undefined) {
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [receiptWords.reference, submission.id],
    [receiptWords.council, council?.name],
    [
      receiptWords.numbers,
      receiptWords.accepted(submission.acceptedCount, submission.receivedCount),
    ],
    [receiptWords.receivedAt, formatMoment(submission.receivedAt)],
    [receiptWords.by, submission.receivedBy],
    [receiptWords.channel, receiptWords.channels[submission.channel]],
    [receiptWords.status, receiptWords.statuses[submission.status]],
    [receiptWords.comment, submission.comment],
  ];
  return rows
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}

function linksOf({ periods }: SubmissionView, council: Council) {
  const period = monthOfKey(periods[0] ?? '');
  const figures = { text: receiptWords.ownCharts, href: addresses.ownFigures(council.key) };
  if (!period) return [figures];
  const text = receiptWords.backToReturn(formatPeriodKey(period.key));
  return [figures, { text, href: addresses.returnOf(period, council.key) }];
}

const errorsOf = (refusal: Refusal | null) =>
  refusal
    ? {
        title: receiptWords.cannotApprove,
        items: [{ text: `${refusal.message} ${refusal.fix}`, href: '#approve' }],
      }
    : null;

/** The receipt of one submission: what came, what was accepted, what was found, what happens next. */
export function presentReceipt({ submission, programme, reader, refusal }: Receipt) {
  const council = programme.register.councils.find(({ id }) => id === submission.councilId);
  const own = council && isOfCouncil(reader) && belongsTo(reader, council.id) ? council : undefined;
  const mayApproveThis =
    own !== undefined && mayApprove(reader, own.id) && waitsForApproval(submission);
  return {
    title: titleOf(submission),
    ...(own ? { section: 'home' as const } : {}),
    ...(council ? { councilName: council.name } : {}),
    hasErrors: refusal !== null,
    errors: errorsOf(refusal),
    summary: summaryOf(submission, council),
    next: nextLines(submission, programme.returnDefinition.revisionMonths),
    approve: mayApproveThis ? addresses.approve(submission.id) : null,
    links: own ? linksOf(submission, own) : [],
    findings: findingsTable(submission.findings, placeIn(programme)),
  };
}
