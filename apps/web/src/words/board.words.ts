import { countOf } from '../format/format-list.js';

/** The page of one group of a council's measures, for one side of paper. */
export const boardWords = {
  title: (council: string, theme: string) => `${council}: ${theme}`,
  link: 'one side of A4',
  hint: 'This page prints on one side of A4, without what surrounds it here.',
  groups: 'Other groups of measures',
  none: (council: string) => `${council} has no figures in this group.`,
  without: (measures: string) => `No figures: ${measures}.`,
  inPeriod: (period: string) => `in ${period}`,
  plan: (value: string) => `Agreed plan: ${value}.`,
  noPlan: 'No agreed plan.',
  noAlerts: 'No open alert.',
  aboutReturns: (count: number) =>
    `${countOf(count, 'open alert', 'open alerts')} about returns or promises:`,
  alert: (rule: string, since: string, state: string) => `${rule}, since ${since} (${state}).`,
  more: (count: number) => `And ${countOf(count, 'more', 'more')} on the page of alerts.`,
  with: {
    council: (who: string) => `With ${who} at the council.`,
    dfe: (who: string) => `With ${who} at DfE.`,
  },
  action: (who: string, what: string, by: string) => `${who}, by ${by}: ${what}`,
  cutOff: '…',
} as const;
