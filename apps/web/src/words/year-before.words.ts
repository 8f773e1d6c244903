/** The second view of a measure: each month against the same month a year before. */
export const yearBeforeWords = {
  heading: 'Against the same month a year before',
  title: (council: string, measure: string) =>
    `${council}: ${measure}, difference from the same month a year before`,
  note: 'Seasons play no part here: every August is compared with an August.',
  points: (size: string) => `${size} points`,
  change: (month: string, size: string, isHigher: boolean, before: string) =>
    `In ${month} it was ${size} ${isHigher ? 'higher' : 'lower'} than in ${before}.`,
  same: (month: string, before: string) => `In ${month} it was the same as in ${before}.`,
  axis: 'Percentage points',
  ofDifferences: (finding: string) => `Of the differences: ${finding}`,
  noLimits: 'There is too little variation to say what is usual.',
  noPair: 'One of the two is missing',
  months: 'months',
  caption: (measure: string) => `${measure}: each month against the year before`,
  head: { month: 'Month', difference: 'Difference' },
} as const;
