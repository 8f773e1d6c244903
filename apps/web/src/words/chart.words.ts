/** Words that stand inside a chart's image, so that a picture on its own still says what it is. */
export const chartWords = {
  demonstration: 'Demonstration data',
  councilRecords: 'Council records, not official statistics',
  published: 'Published official statistics',
  prePublication: 'Pre-publication',
  provisionalKey: 'Hollow: provisional',
  gapKey: 'Cross: not reported',
  plan: 'Agreed plan',
  axis: {
    count: 'Number',
    percent: 'Per cent',
    per100: 'For every 100 pupils',
    pounds: 'Pounds',
    score: 'Score',
    category: '',
  },
  asKnown: (day: string) => `As known on ${day}`,
  description: (first: string, last: string, n: number) =>
    `${first} to ${last}: ${n} ${n === 1 ? 'figure' : 'figures'} in order of time.`,
  inTable: 'Every figure is in its table.',
  span: (first: string, last: string) => `${first} to ${last}`,
} as const;

/** The finding of a series in one sentence: what stands above a chart and is its title. */
export const findingWords = {
  none: (council: string) => `${council}: no figures to show.`,
  notReported: (council: string, period: string) => `${council} has not reported ${period}.`,
  notApplicable: (council: string) => `${council} is not testing this reform.`,
  unavailable: (council: string, period: string, words: string) =>
    `${council}, ${period}: ${words.toLowerCase()}.`,
  share: (council: string, cases: { numerator: string; denominator: string }, said: string) =>
    `${council}: ${cases.numerator} of ${cases.denominator}, or ${said}.`,
  inPeriod: (value: string, period: string) => `${value}, in ${period}`,
  number: (council: string, value: string, period: string) => `${council}: ${value} in ${period}.`,
  provisional: 'This is provisional.',
  yearBefore: (value: string) => `A year before: ${value}.`,
  plan: (value: string) => `The agreed plan was ${value}.`,
  cumulative: (council: string, value: string, since: string) =>
    `${council} has had ${value} since ${since}.`,
  lastYear: (value: string) => `At this point last year: ${value}.`,
  resets: (month: string) => `Counts start again each ${month}.`,
} as const;
