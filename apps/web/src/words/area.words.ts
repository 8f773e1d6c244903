import { countOf } from '../format/format-list.js';

/** Partnerships and regions: their lists and their pages. */
export const areaWords = {
  partnerships: 'Partnerships',
  regions: 'Regions',
  partnershipsIntro:
    'The partnerships of councils that test the reforms together, in the order of the alphabet.',
  regionsIntro:
    'The regions of England with councils in the programme, in the order of the alphabet.',
  listHead: { name: 'Name', councils: 'Councils in the programme' },
  reported: (n: number, m: number, month: string) =>
    n === m
      ? `All ${countOf(m, 'council has', 'councils have')} reported ${month}.`
      : `${n} of ${countOf(m, 'council has', 'councils have')} reported ${month}.`,
  nothingOwed: 'No return is owed here.',
  alerts: (n: number) =>
    n === 0 ? 'No alerts are open.' : `${countOf(n, 'alert is', 'alerts are')} open.`,
  noneOverdue: 'No milestone is overdue.',
  overdue: (n: number) =>
    n === 0
      ? 'No milestone is overdue.'
      : `${countOf(n, 'milestone is', 'milestones are')} overdue.`,
  who: 'Who has reported',
  whoCaption: 'Returns of the newest months, councils A to Z',
  council: 'Council',
  openAlerts: 'Open alerts',
  newestAlerts: (n: number) => `The newest ${n}.`,
  allAlerts: 'All alerts',
  milestones: 'Overdue milestones',
  allMilestones: 'All milestones',
  feedback: 'Feedback waiting for an answer',
  noFeedback: 'No feedback waits for an answer.',
  allFeedback: 'All feedback',
  figures: 'Figures of its councils together',
  figuresIntro: (n: number) =>
    `Added up from the ${n === 1 ? 'one council' : `${n} councils`} in the programme. A percentage is worked out from what was counted, not from other percentages. A month without every council has no sum, because it would look like a fall; the tables say how many councils each figure is of.`,
  noFigures: 'There are no figures of these councils yet.',
  notShown:
    'Totals are not shown here: whoever knows a total and their own figure can work out their neighbour’s. The figures of each council you lead are on its own page.',
  incomplete: 'Not every council',
  newestOf: (n: number, m: number, month: string) =>
    `The figure for ${month} is of ${n} of ${countOf(m, 'council', 'councils')}.`,
  noSum: (month: string) => `There is no sum for ${month}: not every council has reported.`,
  coverage: 'Councils in it',
  coverageOf: (n: number, m: number) => `${n} of ${m}`,
} as const;
