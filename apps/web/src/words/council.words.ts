import { countOf } from '../format/format-list.js';

export const councilWords = {
  chooseTitle: 'Your councils',
  chooseHead: { council: 'Council', month: (month: string) => month, alerts: 'Open alerts' },
  title: (council: string) => council,
  next: 'What to do next',
  draft: (month: string, by: string, at: string) =>
    `${by} saved the ${month} return at ${at} to come back to. It is not sent yet.`,
  draftLink: (month: string) => `Go on with the ${month} return`,
  everythingSent: 'See everything you sent',
  returns: 'Your monthly returns',
  returnsCaption: 'Returns of the last 12 months, newest first',
  returnsHead: {
    month: 'Month',
    status: 'Status',
    numbers: 'Numbers sent',
    due: 'Due',
    action: 'Action',
  },
  numbers: (answered: number, asked: number) => `${answered} of ${asked}`,
  open: 'Open',
  send: 'Send',
  finish: 'Finish',
  revise: 'Correct',
  headline: {
    notStarted: (month: string, due: string) => `Your ${month} figures are due at ${due}.`,
    late: (month: string, due: string) =>
      `Your ${month} figures were due at ${due}. They are not in yet.`,
    inPart: (month: string, answered: number, asked: number) =>
      `${answered} of ${asked} numbers for ${month} are in.`,
    received: (month: string) => `Thank you. Your ${month} figures are in.`,
    approved: (month: string) => `Your ${month} figures are in and approved.`,
    nil: (month: string) => `You told us that there is nothing to report for ${month}.`,
    notAvailable: (month: string) =>
      `You told us that your ${month} figures are not available yet.`,
    nothingOwed: 'No return is due at the moment.',
  },
  /** What a month's figures say, on the receipt and at home. */
  say: {
    title: 'What your figures say',
    usual: 'Nothing is unusual.',
    unusual: (n: number) =>
      `${countOf(n, 'measure is', 'measures are')} unusual. Look whether you know why.`,
    tooEarly: 'There are not enough figures yet to say what is usual for you.',
    unusualOnes: 'What is unusual',
    shares: 'Percentages, counted in cases',
    charts: 'See all of them in your own charts',
    noCases: (month: string) => `no cases in ${month}, so there is no percentage.`,
    share: (part: string, whole: string, share: string, month: string) =>
      `${part} of ${whole} in ${month}, or ${share}.`,
    fewCases: (
      now: { numerator: string; denominator: string; month: string; one: string },
      year: { part: number; whole: number; months: number; share: string },
    ) =>
      `${now.numerator} of ${now.denominator} in ${now.month}. With numbers this small, one case is ${now.one} percentage points, so we look at ${year.months === 1 ? 'more months' : `the last ${year.months} months`} together: ${year.part} of ${year.whole}, or ${year.share}.`,
  },
  accepted: (n: number, of: number, at: string) =>
    n === of
      ? `All ${countOf(n, 'number was', 'numbers were')} accepted at ${at}.`
      : `${n} of ${countOf(of, 'number', 'numbers')} were accepted at ${at}.`,
  todo: {
    send: (month: string) => `Send your ${month} figures`,
    finish: (month: string, n: number) =>
      `Send the ${countOf(n, 'number', 'numbers')} still open for ${month}`,
    approve: (month: string) => `Approve your ${month} figures`,
    askApprover: (month: string) => `Ask an approver to approve your ${month} figures`,
    look: 'Look at your own charts',
    moreTime: (month: string) => `Ask DfE for more time for ${month}`,
    alerts: (n: number) => `Look at ${countOf(n, 'open alert', 'open alerts')}`,
  },
  alerts: 'Open alerts',
  noAlerts: 'Nothing is open. Figures that vary as usual open no alert.',
  figures: 'Your latest figures',
  figuresCaption: 'Newest figure of each measure',
  figuresHead: { measure: 'Measure', latest: 'Newest', before: 'Before it' },
  noFigures: 'There are no figures yet. They appear here seconds after you send them.',
  seeCharts: 'See every chart and table',
  lastFigures: (council: string, when: string) => `Last figures from ${council}: ${when}.`,
  neverReported: (council: string) => `${council} has not sent figures yet.`,
} as const;
