/** The page that says whether alerting itself works. */
export const alertingWords = {
  title: 'Is alerting working?',
  link: 'Is alerting working?',
  works: (last: string) => `Alerting is working. It last looked at ${last}.`,
  stopped: (stages: string) =>
    `Alerting has stopped in part: ${stages}. Nothing is lost: it catches up when it works again. Tell whoever runs the service.`,
  never: 'not yet',
  stage: {
    calendar: 'Looks at the calendar',
    judgement: 'Judges figures',
    messages: 'Sends messages',
  },
  stageState: { works: 'Working', stopped: 'Stopped' },
  stagesCaption: 'What alerting does, and when it last did',
  stagesHead: { stage: 'Part', last: 'Last done', state: 'State' },
  schedulesHeading: 'Rules that are evaluated at set times',
  schedulesCaption: 'Rules with a schedule',
  schedulesHead: { rule: 'Rule', last: 'Last evaluated', next: 'Next', waiting: 'Waiting' },
  noSchedules: 'No rule has a schedule: each is evaluated whenever figures change.',
  failedHeading: 'Evaluations that failed in the last week',
  failedCaption: 'Evaluations that were given up',
  failedHead: { rule: 'Rule', due: 'Time it was for', tries: 'Tries', why: 'What happened' },
  noneFailed: 'None.',
  failedNote:
    'An evaluation is tried five times. After that the next one of the same rule takes in what was missed, so no alert is lost, but one may come late.',
  asideHeading: 'Councils whose figures could not be judged',
  asideCaption: 'Councils whose figures wait for another try',
  asideHead: { council: 'Council', tries: 'Tries', next: 'Next try', why: 'What happened' },
  asideNote:
    'The figures themselves are stored and shown. Only their alerts wait. They are tried again after one minute, then after twice as long each time, up to an hour. Tell whoever runs the service.',
  notice: (count: number) =>
    count === 1
      ? 'One evaluation of an alert rule failed in the last week.'
      : `${count} evaluations of alert rules failed in the last week.`,
} as const;
