import { countOf } from '../format/format-list.js';

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
  newAlerts: (n: number) => `${countOf(n, 'was', 'were')} opened in the last 7 days.`,
  acknowledged: (n: number, not: number) => `${n} acknowledged, ${not} not yet.`,
  cleared: (n: number) => `${countOf(n, 'alert', 'alerts')} cleared in the last 30 days.`,
  notReported: (names: string) => `Not reported yet: ${names}.`,
  notAvailable: (names: string) => `Not yet available, with a reason: ${names}.`,
  staysOpen: 'Earlier alerts stay open while a council is silent.',
  freshness: (council: string, when: string) => `Newest figures: ${council}, ${when}.`,
  noneYet: 'No figures have come for this month yet.',
  coverage: 'How complete the figures are',
  coverageCaption: 'Councils that have reported, by month',
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
