import type { AssessedSeries } from '#application/assessments';
import type { LedTo } from '#application/led-to';
import type { FigureChange, KeptFinding, Programme, SubmissionView } from '#application/ports';
import { dueInstant, workingDaysAfter } from '#domain/calendar';
import { waitsForWords, type Finding } from '#domain/intake';
import { londonDay, periodFromKey } from '#domain/periods';
import type { Reader } from '#domain/access';
import type { Council } from '#domain/register';
import type { Refusal } from '#domain';
import { addresses } from '../../addresses/addresses.js';
import { monthOfKey } from '../../addresses/period-address.js';
import { listOf } from '../../format/format-list.js';
import { formatPeriodKey } from '../../format/format-period.js';
import { formatDate, formatDay, formatMoment } from '../../format/format-time.js';
import { belongsTo, isOfCouncil, mayApprove, maySend } from '../../http/access.js';
import { receiptWords } from '../../words/receipt.words.js';
import { councilWords } from '../../words/council.words.js';
import { figuresSay, type FiguresSay } from '../council/figures-say.js';
import { presentLedTo } from '../led-to.presenter.js';
import { changesTable } from '../submissions/figure-changes.js';
import { findingsTable, findingText } from '../return/findings.js';
import { countingHrefOf } from '../return/return-result.js';

export type Receipt = {
  readonly submission: SubmissionView;
  readonly programme: Programme;
  readonly reader: Reader;
  readonly refused: Refused | null;
  /** Every measure of the council, for what its newest month says; none for others than its own people. */
  readonly figures: readonly AssessedSeries[];
  readonly ledTo: LedTo | null;
  /** The figures that it changed. */
  readonly changes: readonly FigureChange[];
};

/** What could not be done on this page: which field it is about, and what had been typed there. */
export type Refused = {
  readonly of: string;
  readonly refusal: Refusal;
  readonly text: string;
};

const isPending = ({ status }: SubmissionView): boolean =>
  status === 'received' || status === 'validating';
const isOver = ({ status }: SubmissionView): boolean =>
  status === 'withdrawn' || status === 'superseded';
const mayBeWithdrawn = (submission: SubmissionView): boolean =>
  waitsForApproval(submission) || submission.status === 'approved';
const waitsForApproval = ({ status }: SubmissionView): boolean =>
  status === 'accepted' || status === 'accepted-in-part';

/** What a submission is about, in words: its months, or the name of its file. */
function subjectOf(submission: SubmissionView): string {
  const { periods: keys } = submission;
  const [first = '', last = ''] = [keys[0], keys.at(-1)].map((key) => formatPeriodKey(key ?? ''));
  const periods =
    keys.length > 3 ? receiptWords.span(first, last) : listOf(keys.map(formatPeriodKey));
  return periods === '' ? (submission.fileName ?? receiptWords.submission) : periods;
}

function titleOf(submission: SubmissionView): string {
  const subject = subjectOf(submission);
  if (submission.status === 'withdrawn') return receiptWords.withdrawnTitle(subject);
  if (submission.status === 'superseded') return receiptWords.supersededTitle(subject);
  if (isPending(submission)) return receiptWords.pendingTitle(subject);
  if (submission.status === 'approved') return receiptWords.approvedTitle(subject);
  return submission.status === 'refused' ? receiptWords.refusedTitle : receiptWords.title(subject);
}

function nextLines(submission: SubmissionView, programme: Programme): readonly string[] {
  const lines: string[] = [];
  if (isPending(submission)) lines.push(receiptWords.nextPending);
  if (waitsForApproval(submission)) lines.push(approvalLine(submission, programme));
  const { withdrawal } = submission;
  if (withdrawal) {
    const { by, at, reason } = withdrawal;
    lines.push(receiptWords.withdrawn(by, formatMoment(at), reason), receiptWords.withdrawnNext);
  }
  if (submission.status === 'superseded') lines.push(receiptWords.superseded);
  const { approvedBy, approvedAt } = submission;
  if (approvedBy !== null && approvedAt) {
    lines.push(receiptWords.nextApproved(approvedBy, formatMoment(approvedAt)));
  }
  const { revisionMonths } = programme.returnDefinition;
  const until = monthOfKey(submission.periods[0] ?? '', revisionMonths);
  if (until && submission.acceptedCount > 0 && !isOver(submission)) {
    lines.push(receiptWords.correctUntil(formatPeriodKey(until.key)));
  }
  return lines;
}

/** Who is asked to approve, and by when: some working days after the newest month was due. */
function approvalLine(
  { periods, receivedAt }: SubmissionView,
  { returnDefinition, holidays }: Programme,
): string {
  const period = periodFromKey(periods.at(-1) ?? '');
  if (!period) return receiptWords.nextApprove(null);
  const due = londonDay(dueInstant(period, returnDefinition.due, holidays));
  const by = workingDaysAfter(due, returnDefinition.approvalWorkingDays, holidays);
  // A correction of an old month comes after that day.
  return receiptWords.nextApprove(by < londonDay(receivedAt) ? null : formatDate(by));
}

/** Where a finding was, in words: the measure or box by its title, beside the row. */
const placeIn =
  (programme: Programme) =>
  (finding: Finding): string | null =>
    programme.metrics.find(({ code }) => code === finding.metric)?.title ?? null;

/** What became of a finding, beneath what to do. */
function lifeOf(kept: KeptFinding): string | undefined {
  if (kept.explanation && kept.explainedBy && kept.explainedAt)
    return receiptWords.explained(
      kept.explainedBy,
      formatMoment(kept.explainedAt),
      kept.explanation,
    );
  return kept.closedAt ? receiptWords.closed(formatMoment(kept.closedAt)) : undefined;
}

/** That what was sent is no longer kept; null while it is. */
const fileDeleted = ({ fileDeletedAt: at }: SubmissionView): string | null =>
  at && receiptWords.fileDeleted(formatDay(at));

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
    [receiptWords.file, fileDeleted(submission)],
  ];
  return rows
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}

function linksOf({ periods }: SubmissionView, council: Council) {
  const period = monthOfKey(periods[0] ?? '');
  const links = [
    { text: receiptWords.ownCharts, href: addresses.ownFigures(council.key) },
    { text: councilWords.everythingSent, href: addresses.submissions(council.key) },
  ];
  if (!period) return links;
  const text = receiptWords.backToReturn(formatPeriodKey(period.key));
  return [{ text, href: addresses.returnOf(period, council.key) }, ...links];
}

/** The report, for whoever sees the submission; what was sent, for who may send for the council. */
const downloadsOf = ({ id }: SubmissionView, isSender: boolean) => [
  { text: receiptWords.report, href: addresses.findingsFile(id) },
  ...(isSender ? [{ text: receiptWords.sentFile, href: addresses.receivedFile(id) }] : []),
];

const errorText = ({ refusal }: Refused): string => `${refusal.message} ${refusal.fix}`;

const errorsOf = (refused: Refused | null) =>
  refused
    ? {
        title: refused.of === 'approve' ? receiptWords.cannotApprove : receiptWords.cannotKeepWords,
        items: [{ text: errorText(refused), href: `#${refused.of}` }],
      }
    : null;

/** The warnings that wait for words, each with its form. */
const warningsOf = ({ submission, programme, refused }: Receipt) =>
  submission.findings
    .filter((finding) => waitsForWords(finding, programme.validationRules))
    .map((finding) => {
      const id = `words-${finding.n}`;
      const own = refused?.of === id ? refused : null;
      return {
        id,
        n: finding.n,
        heading: placeIn(programme)(finding) ?? receiptWords.submission,
        text: findingText(finding),
        typed: own?.text ?? '',
        error: own ? errorText(own) : null,
      };
    });

/** Whether the reader may take the submission back: one of the council's own people, while its figures stand. */
export const mayWithdraw = ({
  submission,
  reader,
}: Pick<Receipt, 'submission' | 'reader'>): boolean =>
  submission.councilId !== null &&
  submission.id !== '' &&
  maySend(reader, submission.councilId) &&
  mayBeWithdrawn(submission);

/** The page that asks for the reason before a submission is withdrawn. */
export function presentWithdrawing(
  submission: SubmissionView,
  refused: { readonly refusal: Refusal; readonly text: string } | null,
) {
  const { withdraw } = receiptWords;
  const error = refused ? `${refused.refusal.message} ${refused.refusal.fix}` : null;
  return {
    title: withdraw.title(subjectOf(submission)),
    section: 'home' as const,
    hasErrors: error !== null,
    errors: error ? { title: withdraw.failed, items: [{ text: error, href: '#reason' }] } : null,
    action: addresses.withdraw(submission.id),
    keepHref: addresses.receipt(submission.id),
    reason: { value: refused?.text ?? '', error: error ? { text: error } : null },
  };
}

/** The council's headline, what the month's figures say and led to, and what this submission changed. */
function resultsOf(receipt: Receipt, council: Council | undefined, own: Council | undefined) {
  const { submission, programme, figures, ledTo, changes } = receipt;
  const period = submission.periods.at(-1) ?? null;
  const say =
    own && period !== null && !isOver(submission)
      ? figuresSay(figures, { council: own, programme, period })
      : null;
  return {
    headline: waitsForApproval(submission) && own ? headlineOf(submission, say) : null,
    say,
    prePublication: say !== null && figures.some(({ series }) => series.metric.prePublication),
    figuresHref: own ? addresses.ownFigures(own.key) : '',
    ledTo: council
      ? presentLedTo(ledTo, { council, programme, isOwn: own !== undefined, period })
      : null,
    changes: changesTable(changes, council, programme),
  };
}

/** Thank you, how much was accepted and when, and whether something is unusual. */
const headlineOf = (submission: SubmissionView, say: FiguresSay | null) => ({
  title: receiptWords.thanks(subjectOf(submission)),
  text: [
    councilWords.accepted(
      submission.acceptedCount,
      submission.receivedCount,
      formatMoment(submission.receivedAt),
    ),
    ...(say?.verdict ? [say.verdict] : []),
  ].join(' '),
});

/** The receipt of one submission: what came, what was accepted, what was found, what happens next. */
export function presentReceipt(receipt: Receipt) {
  const { submission, programme, reader, refused } = receipt;
  const council = programme.register.councils.find(({ id }) => id === submission.councilId);
  const own = council && isOfCouncil(reader) && belongsTo(reader, council.id) ? council : undefined;
  const mayApproveThis =
    own !== undefined && mayApprove(reader, own.id) && waitsForApproval(submission);
  return {
    title: titleOf(submission),
    ...(own ? { section: 'home' as const } : {}),
    ...(council ? { councilName: council.name } : {}),
    hasErrors: refused !== null,
    errors: errorsOf(refused),
    summary: summaryOf(submission, council),
    ...resultsOf(receipt, council, own),
    next: nextLines(submission, programme),
    warnings: own && maySend(reader, own.id) && submission.id !== '' ? warningsOf(receipt) : [],
    explain: addresses.explain(submission.id),
    approve: mayApproveThis ? addresses.approve(submission.id) : null,
    withdraw: mayWithdraw(receipt) ? addresses.withdraw(submission.id) : null,
    links: own ? linksOf(submission, own) : [],
    downloads: downloadsOf(submission, own !== undefined && maySend(reader, own.id)),
    countingHref: own ? countingHrefOf(submission.findings) : null,
    findings: findingsTable(submission.findings, placeIn(programme), lifeOf),
  };
}
