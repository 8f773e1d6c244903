/** What a page gives to take away: a chart as an image, and the table that belongs to it. */
export const filesWords = {
  download: 'Download:',
  kinds: {
    'chart.svg': 'image (SVG)',
    'chart.png': 'image (PNG)',
    'table.csv': 'table (CSV)',
  },
  of: (what: string) => `of ${what}`,
  downloadTable: 'Download this table (CSV)',
  note: (column: string) => `${column}: note`,
  subtitle: (council: string, measure: string) => `${council}: ${measure}`,
  definition: (source: string, version: string) => `Source: ${source}. Definition ${version}.`,
  asKnown: (moment: string) => `As known at ${moment}.`,
  asKnownOn: (day: string) => `As known on ${day}. Some figures may have changed since.`,
  page: (address: string) => `Page: ${address}`,
  prePublication: 'These figures cover the same ground as official statistics not yet published.',
} as const;
