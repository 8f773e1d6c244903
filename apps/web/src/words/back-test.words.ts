import { countOf } from '../format/format-list.js';

/** A rule tried on all history. */
export const backTestWords = {
  title: (rule: string, version: number) => `Back-test: ${rule}, version ${version}`,
  intro:
    'A back-test says when this rule would have fired over all history, council by council, judged as live alerts are. It opens no alert and tells nobody.',
  sentenceHeading: 'What the rule says',
  start: {
    heading: 'Try it',
    again: 'Try it again',
    asKnown: 'Which figures should it go by?',
    kinds: {
      'at-each-moment': {
        text: 'As they were known at each moment',
        hint: 'What people would really have been told, and when.',
      },
      now: {
        text: 'As they are known now',
        hint: 'Corrections count from the day the first figure came. This is hindsight: nobody could have known it then.',
      },
    },
    send: 'Start the back-test',
    errors: 'The back-test was not started',
  },
  waiting: 'It waits for a worker. Look again in a few seconds.',
  running: (done: number, of: number) =>
    `${done} of ${countOf(of, 'council', 'councils')} done. Look again in a few seconds.`,
  again: 'Look again now',
  stop: 'Stop it',
  cancelled: (when: string) => `The last back-test was stopped, ${when}.`,
  failed: (sentence: string) =>
    `The last back-test could not be calculated: ${sentence}. Start it again; if it fails again, tell whoever runs the service.`,
  asked: (who: string, when: string) => `Asked for by ${who}, ${when}.`,
  knowledge: {
    'at-each-moment': 'It went by the figures as they were known at each moment.',
    now: 'It went by the figures as they are known now: this is hindsight.',
  },
  result: {
    heading: 'What it would have done',
    over: (months: string, to: string) => `Over the ${months} to ${to} this rule would`,
    fired: (times: string, councils: number, of: number) =>
      `have fired ${times} on ${councils} of ${countOf(of, 'council', 'councils')}`,
    never: 'never have fired',
    nothing: 'There were no figures that this rule could judge.',
    chance: (count: string) => `about ${count} a year would be chance.`,
    chanceSmall: 'fewer than 1 a year would be chance.',
    chanceUnknown:
      'How many of them chance alone would bring cannot be calculated for this kind of rule; the years below show what history brought.',
    chanceHow:
      'What chance brings is for series that do not change, by simulation; months that follow each other closely bring more.',
    times: (n: number) => countOf(n, 'time', 'times'),
    months: (n: number) => countOf(n, 'month', 'months'),
    waited: (n: number) =>
      `${countOf(n, 'time', 'times')} more something began and did not last long enough to fire.`,
    compared: (version: number, more: string, fewer: string, both: string) =>
      `Beside version ${version}, which is in force: ${more} more, ${fewer} fewer, ${both} by both.`,
    cut: (shown: number, of: number) =>
      `The first ${shown.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} are listed.`,
  },
  years: {
    heading: 'By year',
    caption: 'How often it would have fired',
    year: 'Year',
    fired: 'Fired',
  },
  picture: {
    heading: 'When it would have fired',
    title: 'When each council’s alerts would have been open',
    description: (councils: number, from: string, to: string) =>
      `One line for each of ${countOf(councils, 'council', 'councils')}, in the order of the alphabet, from ${from} to ${to}. The table below says the same in words.`,
    pending: 'Being watched: hollow',
    firing: 'Open: full',
    recovering: 'Recovering: striped and thinner',
    noData: 'No new figures: dotted outline',
  },
  table: {
    heading: 'The same as a table',
    caption: 'Alerts that would have fired, by council',
    head: {
      council: 'Council',
      measure: 'Measure',
      fired: 'Fired by',
      known: 'Known on',
      cleared: 'Cleared by',
      long: 'How long',
    },
    returns: 'Return',
    open: 'Still open',
    openNoData: 'Still open, no new figures',
    days: (n: number) => countOf(n, 'day', 'days'),
  },
  file: 'Download the table (CSV)',
} as const;
