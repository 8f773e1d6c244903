import { countOf } from '../format/format-list.js';

/** Reforms that are tested: their list, and a page for each. */
export const reformWords = {
  title: 'Reforms',
  intro: 'What the programme tests, in the order of the alphabet.',
  head: { name: 'Reform', versions: 'Versions', councils: 'Councils testing it now' },
  versions: 'Versions',
  versionHead: { version: 'Version', from: 'In use since' },
  testing: (n: number) =>
    n === 0
      ? 'No council is testing it now.'
      : `${countOf(n, 'council is', 'councils are')} testing it now.`,
  halted: (n: number) => `It was halted in ${countOf(n, 'council', 'councils')}.`,
  takePart: 'Which councils take part',
  takePartCaption: (name: string) => `Councils that test ${name}, A to Z`,
  takePartHead: { council: 'Council', version: 'Version', from: 'Since', state: 'State' },
  nobody: 'No council has tested it.',
  state: {
    planned: { text: 'Not yet started', mark: 'wait' },
    testing: { text: 'Testing', mark: 'done' },
    ended: { text: 'Ended', mark: 'part' },
    halted: { text: 'Halted', mark: 'part' },
  },
  on: (day: string) => `on ${day}`,
  because: (day: string, reason: string) => `on ${day}: ${reason}`,
  measures: 'Its measures',
  noMeasures: 'No measure is asked for this reform alone.',
  milestones: 'Milestones',
  overdue: 'Overdue milestones',
  allMilestones: 'All milestones of this reform',
  feedback: 'Feedback waiting for an answer',
  noFeedback: 'No feedback on it waits for an answer.',
  effect: 'What the figures show of its effect is not worked out yet.',
} as const;
