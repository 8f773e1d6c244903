import { countOf } from '../format/format-list.js';

/** The board of returns: who owes what. */
export const returnsWords = {
  title: 'Returns',
  intro: 'Who owes what, worked out from the calendar and from what has come.',
  month: 'Month',
  everyMonth: 'The last 12 months',
  partnership: 'Partnership',
  everyPartnership: 'All partnerships',
  show: 'Show',
  download: 'Download this table as CSV',
  board: 'Who owes what',
  caption: (what: string) => `Returns for ${what}, councils A to Z`,
  head: {
    council: 'Council',
    month: 'Month',
    status: 'Status',
    due: 'Due',
    numbers: 'Numbers sent',
    last: 'Last figures',
  },
  late: (days: number) =>
    days === 0 ? 'Due earlier today' : `Late by ${countOf(days, 'working day', 'working days')}`,
  extended: (until: string) => `Extension until ${until}`,
  noReturns: 'No return is owed here.',
  waiting: 'Requests that wait for an answer',
  nothingWaits: 'No request waits.',
  waitingHead: { council: 'Council', what: 'What', month: 'Month', asked: 'Asked' },
  answer: 'Answer',
} as const;
