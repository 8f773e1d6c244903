/** Councils of one period beside each other, by how many cases they have. */
export const funnelWords = {
  intro:
    'Few cases vary more than many. This chart sets each council’s share against its number of cases, between limits that size and the usual differences between councils explain. It is no ranking: where a council lies inside the limits says nothing.',
  period: 'Month or year',
  show: 'Show',
  axis: 'Number of cases',
  key: ['Line: all councils together', 'Dashed: 99.8% limits', 'Dotted: 95% limits'],
  outsideKey: 'Triangle: beyond the 99.8% limits',
  /** Said of councils beyond the limits, A to Z. */
  title: {
    none: (period: string, n: number) =>
      `In ${period}, none of ${n} councils lies beyond the limits: their sizes and the usual differences explain what lies between them.`,
    some: (period: string, few: number, n: number, who: string) =>
      `In ${period}, ${few} of ${n} councils ${few === 1 ? 'lies' : 'lie'} beyond the limits: ${who}.`,
    many: (period: string, few: number, n: number) =>
      `In ${period}, ${few} of ${n} councils lie beyond the limits. The table names them.`,
  },
  above: (names: string) => `${names} above`,
  below: (names: string) => `${names} below`,
  ask: 'That is a question to ask, not a verdict: it may be a way of recording.',
  together: (share: string, n: number, cases: string) =>
    `All ${n} councils together: ${share} of ${cases} cases.`,
  dispersed:
    'Councils differ more from each other than chance alone explains, so the limits are widened by their usual differences.',
  chance: 'Councils differ from each other no more than chance explains.',
  tooFew: (n: number, needed: number) =>
    `Not enough councils to compare: ${n} ${n === 1 ? 'has' : 'have'} enough cases, and we need ${needed} to say what is usual between them.`,
  noneThen: 'There is no figure of this period with its number of cases.',
  cannot: 'These figures are no parts of wholes, so they cannot be compared in this way.',
  subtitle: (measure: string) => `Councils by number of cases: ${measure}`,
  heading: (period: string) => `Councils by number of cases, ${period}`,
  caption: (period: string) => `Every council in ${period}, A to Z`,
  head: {
    council: 'Council',
    share: 'Figure',
    cases: 'Counted',
    lower: 'Lower limit (99.8%)',
    upper: 'Upper limit (99.8%)',
    place: 'Where it lies',
  },
  places: {
    inside: 'Inside the limits',
    above: 'Above the upper limit',
    below: 'Below the lower limit',
    few: (n: number) => `Fewer than ${n} cases: not compared`,
    none: 'Not compared',
  },
} as const;
