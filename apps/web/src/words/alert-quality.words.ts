/** The page that measures the alerts themselves. */
export const alertQualityWords = {
  title: 'How good are our alerts?',
  link: 'How good are our alerts?',
  intro: (from: string, to: string) =>
    `Of the alerts that fired from ${from} to ${to}, rule by rule. It counts what the rules did, not how councils do.`,
  nothing: 'No alert fired in this time, and no rule has judged anything.',
  caption: 'The alerts of each rule',
  head: {
    rule: 'Rule',
    fired: 'Fired',
    cleared: 'Cleared',
    useful: 'Closed as useful',
    notUseful: 'Closed as not useful',
    hours: 'Hours to acknowledge',
    refired: 'Fired again',
    falseAlarms: 'False alarms per series and year',
  },
  notSeen: 'None yet',
  notJudged: 'Not judged',
  judges: {
    series: (count: string) => `Judges ${count} series`,
    councils: (count: string) => `Judges the returns of ${count} councils`,
  },
  sentences: {
    heading: 'In words',
    fired: (rule: string, fired: string, cleared: number) =>
      `${rule}: ${fired} fired; ${cleared === 0 ? 'none has cleared yet' : cleared === 1 ? '1 has cleared' : `${cleared} have cleared`}.`,
    seen: (hours: string) =>
      `Of those acknowledged, half were within ${hours} working hours of firing.`,
    unseen: 'Nobody has acknowledged one.',
    judged: (useful: string, judged: string) => `People found ${useful} of ${judged} useful.`,
    unjudged: 'Nobody has said yet whether they were useful.',
  },
  notes: [
    'Hours to acknowledge are the median, in working hours from the moment the alert fired: nine to five, Monday to Friday, without bank holidays.',
    'Whoever closes an alert says whether it was useful; a closing that was taken back does not count.',
    'A false alarm is an alert that was closed as not useful. It is counted against the series that the rule judges, over one year.',
    'An alert has fired again if it fired for the same series within 3 months of having cleared.',
  ],
} as const;
