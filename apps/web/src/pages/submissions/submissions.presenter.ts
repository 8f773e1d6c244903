import type { PageOf, SubmissionView } from '#application/ports';
import type { Council } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { listOf } from '../../format/format-list.js';
import { formatPeriodKey } from '../../format/format-period.js';
import { formatMoment } from '../../format/format-time.js';
import { receiptWords } from '../../words/receipt.words.js';
import { submissionsWords } from '../../words/submissions.words.js';
import { cell, linkCell, numberCell, type Table } from '../tables.js';

export type Submissions = {
  readonly council: Council;
  readonly sent: PageOf<SubmissionView>;
  readonly isFirst: boolean;
};

/** The months that a submission is about: those of what was accepted, else the one whose page it was sent from. */
function monthsOf({ periods, expectedPeriod }: SubmissionView): string {
  if (periods.length > 0) return listOf(periods.map(formatPeriodKey));
  return expectedPeriod
    ? formatPeriodKey(`${expectedPeriod.timePeriod} ${expectedPeriod.timeIdentifier}`)
    : submissionsWords.noMonth;
}

const tableOf = (items: readonly SubmissionView[]): Table => ({
  caption: submissionsWords.caption,
  head: [
    { text: submissionsWords.head.received },
    { text: submissionsWords.head.month },
    { text: submissionsWords.head.by },
    { text: submissionsWords.head.channel },
    { text: submissionsWords.head.status },
    { text: submissionsWords.head.accepted, numeric: true },
  ],
  rows: items.map((item) => [
    linkCell(formatMoment(item.receivedAt), addresses.receipt(item.id), submissionsWords.receipt),
    cell(monthsOf(item)),
    cell(item.receivedBy),
    { text: receiptWords.channels[item.channel], note: item.fileName ?? undefined },
    cell(receiptWords.statuses[item.status]),
    numberCell(submissionsWords.accepted(item.acceptedCount, item.receivedCount)),
  ]),
});

/** A page of everything that a council sent, with the way to older ones and back to the newest. */
export function presentSubmissions({ council, sent, isFirst }: Submissions) {
  return {
    title: submissionsWords.title,
    section: 'home' as const,
    councilName: council.name,
    backLink: { href: `${addresses.council}?council=${council.key}`, text: council.name },
    table: sent.items.length > 0 ? tableOf(sent.items) : null,
    nothing: isFirst ? submissionsWords.nothing(council.name) : submissionsWords.noMore,
    olderHref: sent.next === null ? null : addresses.submissions(council.key, sent.next),
    newestHref: isFirst ? null : addresses.submissions(council.key),
  };
}
