/** What stands around small pictures of many series. */
export const sparkWords = {
  newest: (period: string, figure: string) => `${period}: ${figure}`,
  scale: (bottom: string, top: string, first: string, last: string) =>
    `Every picture has one scale: from ${bottom} at its foot to ${top} at its head, ${first} to ${last}.`,
  labels: 'What these figures are',
  key: 'What the marks mean',
  marks: [
    'Solid line: the council’s figures. A break in it: no figure. Cross at the foot: not reported.',
    'Thin line: the average. Dashed lines: the process limits.',
    'Square: unusual, an improvement. Diamond: unusual, a concern. Triangle: unusual, neither good nor bad. Hollow: provisional.',
    'Upright dotted line: a reform began or ended. Upright full line: the definition changed.',
  ],
  whole:
    'The name of a council leads to its whole chart, with every mark in words, its table and its files.',
} as const;
