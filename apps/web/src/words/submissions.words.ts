import { countOf } from '../format/format-list.js';

export const submissionsWords = {
  title: { own: 'Everything you sent', other: (council: string) => `Everything ${council} sent` },
  link: 'Everything it sent',
  caption: {
    all: 'What was sent, newest first',
    month: (month: string) => `What was sent for ${month}, newest first`,
  },
  filter: {
    month: 'Sent for',
    every: 'Every month',
    show: 'Show',
    unknown: 'Choose a month from the list',
    problem: 'There is a problem',
  },
  head: {
    received: 'Received',
    month: 'For',
    by: 'Sent by',
    status: 'What became of it',
    changed: 'What it changed',
    file: 'File',
  },
  accepted: (accepted: number, received: number) => `${accepted} of ${received} accepted`,
  findings: (n: number) => countOf(n, 'finding', 'findings'),
  noFindings: 'no findings',
  receipt: 'receipt',
  noMonth: 'No month',
  file: 'Download',
  fileAsReceived: (when: string) => `what was received at ${when}`,
  fileGone: (on: string) => `Deleted on ${on}`,
  notForYou: 'The council keeps it',
  changed: 'Figures that this changed',
  changedHead: {
    figure: 'Figure: open its history',
    month: 'Month',
    before: 'Before',
    after: 'Now',
    why: 'Why',
  },
  noReason: 'No reason given',
  part: (title: string, part: string) => `${title}, ${part}`,
  change: (month: string, title: string, before: string, after: string) =>
    `${month}, ${title}: ${before} became ${after}`,
  moreChanges: (n: number) => `and ${countOf(n, 'more', 'more')}: see the receipt`,
  noChange: 'No earlier figure',
  nothingIn: 'Nothing',
  nothing: {
    own: (council: string) =>
      `${council} has sent nothing yet. What you send appears here at once, with its receipt.`,
    other: (council: string) => `${council} has sent nothing yet.`,
    month: (month: string) => `Nothing was sent for ${month}.`,
  },
  seeAll: 'See everything that was sent',
  noMore: 'There is nothing older.',
  older: 'Older',
  newest: 'Back to the newest',
} as const;
