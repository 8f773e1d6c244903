import { countOf, listOf } from '../format/format-list.js';

export const reconciliationWords = {
  title: (council: string, year: number) => `${council}: ${year} beside the published figures`,
  link: 'Compare a year with the published figures',
  intro:
    'Twelve monthly numbers added up, beside the figure that is published of the same thing for the calendar year. A difference is a question, not a fault.',
  summary: 'Twelve months and the published figure',
  months: 'The twelve months',
  notes: 'What is known to set them apart',
  years: 'Other years',
  head: {
    number: 'Number',
    sum: 'Twelve months',
    published: 'Published',
    difference: 'Difference',
    said: 'What this says',
  },
  none: '–',
  provisional: 'Some months are provisional.',
  noMonths: 'No month has a number.',
  missing: (months: readonly string[]) =>
    `Not compared: ${countOf(months.length, 'month is', 'months are')} missing (${listOf(months)}).`,
  expected: (when: string) => `Not published yet (expected ${when}).`,
  notPublished: 'Nothing is published of this for this council and year.',
  equal: 'They agree.',
  near: 'They lie close together.',
  apart: 'They lie more than 5% and more than 5 cases apart.',
  empty: 'No published figure is named to compare with.',
} as const;
