export const metricWords = {
  listTitle: 'Measures',
  listIntro: 'What councils are asked for each month, and what is published once a year.',
  monthly: {
    title: 'Monthly return',
    intro: 'Worked out from the numbers that councils of the programme send each month.',
  },
  yearly: {
    title: 'Published official statistics',
    intro: 'Published once a year, for every council in England.',
  },
  notHeld: 'No figures are held here yet.',
  listCaption: (theme: string) => theme,
  listHead: { measure: 'Measure', why: 'Why it is followed' },
  programmeOnly: 'Councils in the programme',
  everyCouncil: 'All councils in England',
  whose: 'Whose figures',
  showing: (n: number) =>
    `${n} councils, A to Z, on one scale. The order says nothing about how they are doing.`,
  reported: (n: number, m: number, period: string) =>
    `${n} of ${m} councils have a figure for ${period}.`,
  definition: 'What this measure is',
  why: 'Why it is asked',
  readBy: 'Who reads it',
  numerator: 'What is counted',
  denominator: 'Out of',
  noDenominator: 'Nothing: this is a plain count.',
  kind: 'Kind of figure',
  basis: {
    flow: 'What happened in the period',
    stock: 'How many on the last day',
    'cumulative-academic': 'So far since 1 September; starts again each September',
    'cumulative-financial': 'So far since 1 April; starts again each April',
  },
  direction: 'Which way is better',
  directions: {
    up: 'Higher is better',
    down: 'Lower is better',
    none: 'Neither: a rise or a fall is not good or bad in itself',
  },
  balanced: 'Read it together with',
  traps: 'Take care',
  version: 'Definition',
  versionLine: (major: number, minor: number, from: string) =>
    `Version ${major}.${minor}, in force since ${from}`,
  source: 'Source',
  returnSource: 'Monthly returns of councils',
  charts: 'Every council',
  tableCaption: 'Newest figures, councils A to Z',
  tableHead: { council: 'Council', latest: 'Newest' },
  downloads: 'Download these figures',
  downloadsIntro:
    'Every period that you see, as known on the day chosen above. Provisional figures are marked; the files for Explore education statistics leave them out.',
  downloadsOfCouncil:
    'Every period of this measure, as known on the day chosen above. Provisional figures are marked.',
  download: {
    csv: 'Table (CSV)',
    xlsx: 'Workbook (XLSX)',
    'ees.zip': 'Data file and metadata for Explore education statistics (ZIP)',
    'ees.txt': 'What has to be known of those two files (text)',
  },
  noDownload: 'There is no file',
  nothingToDownload: 'There is no figure of this measure that you can see.',
} as const;
