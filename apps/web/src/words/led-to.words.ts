import { countOf } from '../format/format-list.js';

/** What a council's figures and words led to. */
export const ledToWords = {
  title: { own: 'What your figures led to', other: 'What these figures led to' },
  nothing: {
    month: (month: string) =>
      `Nothing yet: the figures for ${month} have not opened, changed or cleared an alert. Alerts follow approved figures.`,
    lately:
      'Nothing yet: no alert has moved, and nothing was answered or agreed in the last three months.',
  },
  month: (month: string) => `The figures for ${month}`,
  lately: 'In the last three months',
  alert: {
    pending: (month: string, on: string) =>
      `watched since ${on}: it becomes an alert if the next figures are like those for ${month}.`,
    firing: (month: string, on: string) => `opened by the figures for ${month} on ${on}.`,
    again: (month: string, on: string) =>
      `needs attention again since the figures for ${month}, on ${on}.`,
    recovering: (month: string, on: string) =>
      `recovering since the figures for ${month}, on ${on}.`,
    resolved: (month: string, on: string) => `cleared by the figures for ${month} on ${on}.`,
    inactive: (month: string, on: string) =>
      `no longer watched since the figures for ${month}, on ${on}.`,
  },
  told: (who: string) => `Told of it: ${who}.`,
  nobodyTold: 'Nobody has been told of it yet.',
  answer: {
    title: 'What your council said',
    own: (said: string, answer: string, on: string) =>
      `you said “${said}”. DfE answered on ${on}: “${answer}”.`,
    other: (said: string, answer: string, on: string) =>
      `it said “${said}”. DfE answered on ${on}: “${answer}”.`,
  },
  recovery: (on: string) => `DfE agreed the recovery plan on ${on}.`,
  plan: (on: string) => `a plan was agreed on ${on}.`,
  milestone: (on: string) => `done on ${on}.`,
  permission: {
    extension: (month: string) => `More time for ${month}`,
    exception: (month: string) => `${month}, which is closed`,
    granted: (until: string, on: string) => `DfE granted it until ${until}, on ${on}.`,
    declined: (on: string) => `DfE declined it on ${on}.`,
  },
  published: {
    title: (year: number) => `Your months of ${year} beside the published year`,
    text: (equal: number, of: number) =>
      `the sums are the same as the published ${countOf(of, 'figure', 'figures')} for ${equal}.`,
  },
} as const;
