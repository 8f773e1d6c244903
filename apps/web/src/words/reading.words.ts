const MEANINGS = {
  special_cause_improvement: 'an improvement',
  special_cause_concern: 'a concern',
  special_cause_neutral_high: 'neither good nor bad in itself',
  special_cause_neutral_low: 'neither good nor bad in itself',
} as const;

/** What the statistics say of a series, in plain words: beside its chart, in its image and in its table. */
export const readingWords = {
  meanings: MEANINGS,
  /** What one figure stands for, and more of them. */
  unit: { months: 'month', terms: 'term', years: 'year' },
  units: { months: 'months', terms: 'terms', years: 'years' },
  asUsual: 'As usual',
  /** Why a point is unusual, as it stands alone. */
  cause: {
    beyond: { high: 'Above the upper limit', low: 'Below the lower limit' },
    trend: {
      high: (n: number, many: string) => `Part of a rise over ${n} ${many} or more`,
      low: (n: number, many: string) => `Part of a fall over ${n} ${many} or more`,
    },
    near: {
      high: 'Two of three figures close to the upper limit',
      low: 'Two of three figures close to the lower limit',
    },
    shift: {
      high: (n: number, many: string) => `Part of ${n} ${many} or more above the average`,
      low: (n: number, many: string) => `Part of ${n} ${many} or more below the average`,
    },
  },
  causeMeans: (cause: string, meaning: string) => `${cause}: ${meaning}`,
  also: (causes: string) => `. Also ${causes}`,
  between: ', and ',
  /** The finding, first of all that is said. */
  finding: {
    beyond: {
      high: (when: string) => `Above the upper limit ${when}: unusually high`,
      low: (when: string) => `Below the lower limit ${when}: unusually low`,
    },
    trend: {
      high: (when: string) => `Rising without a break ${when}: unusual`,
      low: (when: string) => `Falling without a break ${when}: unusual`,
    },
    near: {
      high: (when: string) =>
        `Two of three figures close to the upper limit ${when}: unusually high`,
      low: (when: string) => `Two of three figures close to the lower limit ${when}: unusually low`,
    },
    shift: {
      high: (when: string) => `Always above the average ${when}: unusually high`,
      low: (when: string) => `Always below the average ${when}: unusually low`,
    },
    in: (period: string) => `in ${period}`,
    since: (period: string) => `since ${period}`,
    span: (first: string, last: string) => `from ${first} to ${last}`,
    means: (finding: string, meaning: string) => `${finding}, ${meaning}.`,
    usualSince: (centre: string) => `As usual since then, around ${centre}.`,
    usual: (period: string, centre: string) =>
      `Has varied as usual since ${period}, around ${centre}.`,
  },
  marks: {
    usual: 'Varies as usual',
    unusual: { H: 'Unusually high', L: 'Unusually low' },
    trend: { H: 'Rising', L: 'Falling' },
    /** Of a council that is silent since. */
    upTo: (words: string, period: string) => `${words} (${period}, the last figure)`,
    pass: (plan: string) => `Meets the agreed plan of ${plan} as a rule`,
    fail: (plan: string) =>
      `Misses the agreed plan of ${plan} as a rule: it will not be met without a change`,
    chance: (plan: string) =>
      `Meets or misses the agreed plan of ${plan} by chance: it lies within the limits`,
    /** Instead of the three above, where the newest figures overturn what used to be true. */
    notKnown: (plan: string) =>
      `Whether it meets the agreed plan of ${plan} is not known yet: the newest figures are unusual, and the limits still rest on the time before`,
  },
  /** Of an improvement, beside its balancing measures. */
  improvement: {
    clean: 'Improved',
    guarded: 'Improved, with side-effects to check',
    moved: { up: 'unusually high or rising', down: 'unusually low or falling' },
  },
  notEnough: (n: number, needed: number, many: string) =>
    `Not enough data yet to say what is usual. We need ${needed} ${many}; there ${n === 1 ? 'is' : 'are'} ${n}.`,
  allShort: (needed: number, most: number, many: string) =>
    `Not enough data yet to say what is usual. We need ${needed} ${many}; there are at most ${most}.`,
  constant: (n: number, many: string) =>
    `No variation recorded: the figure has not changed for ${n} ${many}. Check that figures were not copied forward.`,
  cumulative: (month: string) =>
    `This figure grows within the year and starts again each ${month}, so it has no limits.`,
  cannot: (because: string) => `What is usual cannot be estimated, because ${because}.`,
  because: {
    'no-number': 'this is a category, not a number',
    refused: 'two figures stand for one period',
    noLimits: 'nearly all figures are the same',
  },
  withheld: 'What is usual is not shown: it rests on figures or decisions that you cannot see.',
  missing: (n: number) =>
    `${n} of the last 12 months are missing, too many to say more about the newest figure.`,
  fewCases: (many: string) =>
    `Few cases, so the limits are wider in ${many} with fewer of them, and what is unusual is judged with that in mind.`,
  chance: (plan: string, by: string, words: string) =>
    `Reaching the agreed plan of ${plan} by ${by}: ${words}.`,
  baseline: (from: string, to: string) => `its own baseline, ${from} to ${to}`,
  open: {
    GETTING_WORSE: (baseline: string) => `Worse than ${baseline}.`,
    OFF_TRAJECTORY: (baseline: string) =>
      `Further from the agreed plan than chance explains, measured against ${baseline}.`,
    TARGET_UNLIKELY: () => 'Unlikely to reach the agreed plan by its end.',
  },
  better: (baseline: string) => `Better than ${baseline}.`,
  notAnAlert: 'These marks follow every figure at once; alerts follow approved figures.',
  /** Inside the image. */
  image: {
    upper: 'Upper limit',
    centre: 'Average',
    lower: 'Lower limit',
    key: {
      improvement: 'Square: unusual, an improvement',
      concern: 'Diamond: unusual, a concern',
      neither: 'Triangle: unusual, neither good nor bad',
    },
    cut: { percent: 'Limits cut off at 0 and 100%', other: 'Limits cut off at 0' },
    someEvent: 'Dotted line: a reform began or ended',
    onPage: 'Numbers: reforms, named on the page',
    event: (number: number, what: string) => `${number}: ${what}`,
    definition: 'Definition changed',
    definitionSince: (day: string) =>
      `Definition changed on ${day}: figures before and after cannot be compared`,
    begins: (reform: string, day: string) => `${reform} from ${day}`,
    ends: (reform: string, day: string) => `${reform} ended on ${day}`,
    halts: (reform: string, day: string) => `${reform} halted on ${day}`,
    version: (reform: string, version: number) => `${reform}, version ${version},`,
  },
  /** What an image says to those who cannot see it. */
  told: {
    title: (council: string, measure: string, finding: string) =>
      `${council}, ${measure}. ${finding}`,
    unusual: (meaning: string, parts: string) => `Unusual, ${meaning}: ${parts}.`,
    one: (when: string, why: string) => `${when}, ${why}`,
    notReported: (periods: string) => `Not reported: ${periods}.`,
    events: (parts: string) => `${parts}.`,
  },
  events: 'What the numbers in the charts stand for',
  beyondNumber:
    'A limit below 0 or above 100% is how it was worked out: no figure can lie there. The chart cuts it off.',
  shortLimits: (centre: string, lower: string, upper: string) =>
    `Average ${centre}, lower limit ${lower}, upper limit ${upper}.`,
  movingLimits: (centre: string) => `Average ${centre}. The limits move with the number of cases.`,
  head: {
    centre: 'Average',
    lower: 'Lower limit',
    upper: 'Upper limit',
    unusual: 'What is unusual',
  },
  how: {
    title: 'How to read this',
    intro:
      'Every figure goes up and down a little by itself. These charts show how much, so that you can see when something has really changed.',
    lines: [
      'The solid line is the average. The dashed lines are the upper and lower process limits: nearly all figures lie between them as long as nothing changes. They are worked out from the council’s own figures, and are not a target.',
      'Grey circles are usual: the ups and downs have many small causes, and looking for a reason for one of them leads nowhere.',
      'Other shapes are unusual (a “special cause”): ask what happened. A blue square is an improvement, an orange diamond is a concern, and a purple triangle is neither good nor bad in itself.',
      'A figure is unusual when it lies beyond a limit; when it is one of 7 or more in a row on one side of the average, or going one way; or when two of three lie close to the same limit. Where cases are very few, only a figure beyond a limit counts.',
      'A gap with a cross is a figure that was not reported. Hollow marks are provisional. A dotted line with a number is a reform that began.',
      'An improvement is set beside the measures that could pay for it. When one of them was unusual the wrong way within its last three figures, we say “with side-effects to check” and name it: a question to ask, not a fault.',
      'We say nothing about what is usual with fewer than 13 figures.',
    ],
    marksIntro: 'A mark beside a chart says it of the newest figure:',
    letters: { H: 'High or rising', L: 'Low or falling' },
    pass: 'With an agreed plan: it is met as a rule',
    fail: 'With an agreed plan: it is missed as a rule',
    chance: 'With an agreed plan: it is met or missed by chance',
    notKnown: 'With an agreed plan: not known yet, because the newest figures are unusual',
    example: 'An example, with made-up figures',
    exampleWords:
      'In this example the share stays between its limits until May 2024, when it is above the upper limit: that is worth asking about. The small rises and falls before are not.',
  },
} as const;
