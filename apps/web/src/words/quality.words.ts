import { countOf } from '../format/format-list.js';

const hours = (n: number): string =>
  n < 48 ? countOf(Math.round(n), 'hour', 'hours') : countOf(Math.round(n / 24), 'day', 'days');

export const qualityWords = {
  title: (council: string) => `${council}: quality of the figures`,
  link: 'Read about the quality of the figures',
  intro:
    'What can be said of the monthly figures of the last 24 months: when they came, how complete they are, what was corrected and what the checks said. These are counts. They are not a score, and councils are not compared by them.',
  timeliness: 'When they came',
  timelinessSaid: (of: { due: number; inTime: number; late: number; notSent: number }) =>
    of.due === 0
      ? 'No return of these months was due yet, apart from those loaded as history.'
      : `Of ${countOf(of.due, 'return', 'returns')} due, ${of.inTime} came in time, ${of.late} came late and ${of.notSent} ${of.notSent === 1 ? 'has' : 'have'} not come.`,
  longest: (days: number) =>
    `The longest delay was ${countOf(days, 'working day', 'working days')}.`,
  completeness: 'How complete they are',
  completenessSaid: (of: { asked: number; withNumber: number; answered: number }) =>
    `${of.withNumber.toLocaleString('en-GB')} of ${countOf(of.asked, 'number', 'numbers')} asked for hold a number. ${of.answered.toLocaleString('en-GB')} hold a number or say why there is none.`,
  months: 'Month by month, newest first',
  monthHead: {
    month: 'Month',
    came: 'When it came',
    late: 'Working days late',
    asked: 'Asked',
    number: 'With a number',
    answered: 'Answered',
  },
  came: {
    'in-time': (when: string) => `In time, ${when}`,
    late: (when: string) => `Late, ${when}`,
    'not-sent': () => 'Not reported',
    'not-due': () => 'Not due yet',
    history: () => 'Loaded as history',
  },
  none: '–',
  corrected: 'What was corrected',
  correctedHint:
    'A correction is a figure that replaced another. Correcting is right, and each one says why; many of them say that first figures are early.',
  correctedHead: {
    number: 'Number',
    figures: 'Figures',
    corrected: 'Corrected',
    share: 'Share',
    revisions: 'Corrections',
    largest: 'Largest change',
    after: 'After approval',
  },
  said: 'What the checks said',
  saidHint:
    'Times are medians, from when a check spoke to when it was explained or the figure came.',
  saidHead: {
    number: 'Number',
    warnings: 'Warnings',
    explained: 'Explained',
    toExplain: 'Time to explain',
    refused: 'Refused values',
    mended: 'Sent again',
    toMend: 'Time to fix',
  },
  time: (n: number) => (n < 1 ? 'Under an hour' : hours(n)),
} as const;
