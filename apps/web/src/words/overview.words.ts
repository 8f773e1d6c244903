import type { NewsKind } from '#application/ports';
import { countOf, listOf, startOf } from '../format/format-list.js';

/** What a list of news of one kind is called, with how many there are. */
const NEWS: Readonly<Record<NewsKind, (n: number) => string>> = {
  opened: (n) => countOf(n, 'new alert', 'new alerts'),
  cleared: (n) => countOf(n, 'alert cleared', 'alerts cleared'),
  received: (n) => countOf(n, 'delivery of figures received', 'deliveries of figures received'),
  corrected: (n) => countOf(n, 'delivery corrected figures', 'deliveries corrected figures'),
  approval: (n) => countOf(n, 'delivery approved', 'deliveries approved'),
  answer: (n) => countOf(n, 'answer without figures', 'answers without figures'),
  withdrawal: (n) => countOf(n, 'delivery withdrawn', 'deliveries withdrawn'),
  feedback: (n) =>
    countOf(n, 'piece of feedback from councils', 'pieces of feedback from councils'),
  'feedback-answered': (n) =>
    countOf(n, 'piece of feedback answered', 'pieces of feedback answered'),
  'milestone-planned': (n) => countOf(n, 'milestone planned', 'milestones planned'),
  'milestone-done': (n) => countOf(n, 'milestone done', 'milestones done'),
  'milestone-redated': (n) =>
    countOf(n, 'milestone given a new date', 'milestones given a new date'),
};

const has = (n: number): string => `${n === 0 ? 'none' : n} ${n > 1 ? 'have' : 'has'}`;

export const overviewWords = {
  title: 'Overview',
  reported: (n: number, m: number, month: string) =>
    n === m
      ? `All ${m} councils have reported ${month}.`
      : `${n} of ${m} councils have reported ${month}.`,
  dueToday: (time: string) => `It is due today at ${time}.`,
  dueOn: (when: string) => `It is due at ${when}.`,
  wasDue: (when: string) => `It was due at ${when}.`,
  outside: (n: number) =>
    `${n} more ${n === 1 ? 'is' : 'are'} open at councils outside the programme.`,
  newest: (n: number) => `The newest ${n} at councils in the programme.`,
  noAlerts: 'No alerts are open.',
  alerts: (alerts: number, councils: number) =>
    `${countOf(alerts, 'alert is', 'alerts are')} open at ${countOf(councils, 'council', 'councils')}.`,
  watched: (n: number) =>
    `${startOf(n)} more ${n === 1 ? 'is being watched and may become one' : 'are being watched and may become alerts'}.`,
  newAlerts: (n: number, since: string) =>
    n === 0 ? `None is new ${since}.` : `${startOf(n)} ${n === 1 ? 'is' : 'are'} new ${since}.`,
  standing: (council: number, planned: number, neither: number) =>
    `${startOf(council)} ${council > 1 ? 'are' : 'is'} with the council, which is told first; ${has(planned)} a recovery plan or an explanation; ${has(neither)} neither.`,
  cleared: (n: number, which: readonly string[]) =>
    `${startOf(n)} ${n === 1 ? 'has' : 'have'} cleared: ${listOf(which)}${n > which.length ? `, and ${n - which.length} more` : ''}.`,
  clearedOne: (council: string, what: string) => `${council} (${what})`,
  sinceLooked: (when: string) => `since you last looked ${when}`,
  lookedAt: (time: string) => `at ${time} today`,
  lookedOn: (day: string) => `on ${day}`,
  sinceWeek: 'in the last 7 days',
  news: (since: string) => `What has changed ${since}`,
  firstVisit: 'This is your first visit, so this shows the last 7 days.',
  nothingNew: 'Nothing has changed since you last looked.',
  nothingInWeek: 'Nothing has changed in the last 7 days.',
  seeOpen: 'See what is open',
  newsOf: (kind: NewsKind, n: number) => NEWS[kind](n),
  more: (n: number) => `and ${n} more`,
  newsCorrected: (n: number) => countOf(n, 'figure', 'figures'),
  periods: (n: number) => `${n} periods`,
  notReported: (names: string) => `Not reported yet: ${names}.`,
  notAvailable: (names: string) => `Not yet available, with a reason: ${names}.`,
  expects: (name: string, day: string) => `${name} expects its figures on ${day}.`,
  staysOpen: 'Earlier alerts stay open while a council is silent.',
  freshness: (council: string, when: string) => `Newest figures: ${council}, ${when}.`,
  noneYet: 'No figures have come for this month yet.',
  coverage: 'How complete the figures are',
  coverageCaption: 'Councils that have reported, by month',
  everyMonth: 'Returns of the last 12 months',
  coverageHead: {
    month: 'Month',
    reported: 'Reported',
    approved: 'Approved',
    missing: 'Not reported',
  },
  board: 'Who has reported',
  boardCaption: (month: string) => `Returns for ${month}, councils A to Z`,
  boardHead: {
    council: 'Council',
    status: 'Status',
    numbers: 'Numbers sent',
    last: 'Last figures',
  },
  month: 'Month',
  show: 'Show',
  alertsHeading: 'Open alerts',
  allAlerts: 'All alerts',
} as const;
