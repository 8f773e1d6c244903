/** What stands beside the chart of a measure. */
export const besideWords = {
  balancing: 'Read it together with',
  alerts: 'Open alerts about it',
  notes: 'Notes on the figures',
  noPlan: 'No agreed plan, so nothing is off track.',
  plan: (now: string, month: string, end: { target: string; by: string }) =>
    `Agreed plan: ${now} in ${month}; ${end.target} from ${end.by} on.`,
  planLevel: (target: string) => `Agreed plan: ${target}.`,
  planLater: (target: string, from: string) => `Agreed plan: ${target} from ${from} on.`,
  note: (month: string, text: string) => `${month}: “${text}”`,
  compare: (theme: string) => `Compare with others, by published figures: ${theme}`,
  benchmark: {
    title: (period: string) => `Compared with others, ${period}`,
    caption: (measure: string, period: string) => `${measure} compared with others, ${period}`,
    head: { who: 'Who', figure: 'Published figure' },
    neighbours: (of: number) => `${of} statistical neighbours, from lowest to highest`,
    band: (low: string, high: string) => `${low} to ${high}`,
    region: (name: string) => `${name} (region)`,
    england: 'England',
    none: 'Not published',
    intro:
      'Published official statistics of the same year. Statistical neighbours are the councils most alike in what they cannot change; they are shown as a band, never in an order.',
  },
} as const;
