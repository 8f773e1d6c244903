/** The finding of a series as the title of its chart: a sentence or two that stand alone. */
export const titleWords = {
  usual: (council: string, since: string, centre: string) =>
    `${council}’s figure has varied as usual since ${since}, around ${centre}.`,
  /** What is unusual now, and what was. */
  now: {
    high: (council: string, when: string) => `${council}’s figure has been unusually high ${when}`,
    low: (council: string, when: string) => `${council}’s figure has been unusually low ${when}`,
    rise: (council: string, when: string) =>
      `${council}’s figure has risen without a break ${when}`,
    fall: (council: string, when: string) =>
      `${council}’s figure has fallen without a break ${when}`,
  },
  once: {
    high: (council: string, when: string) => `${council}’s figure was unusually high ${when}`,
    low: (council: string, when: string) => `${council}’s figure was unusually low ${when}`,
    rise: (council: string, when: string) => `${council}’s figure rose without a break ${when}`,
    fall: (council: string, when: string) => `${council}’s figure fell without a break ${when}`,
  },
  means: {
    special_cause_improvement: (finding: string) => `${finding}: an improvement.`,
    special_cause_concern: (finding: string) => `${finding}.`,
    special_cause_neutral_high: (finding: string) =>
      `${finding}. This is neither good nor bad in itself.`,
    special_cause_neutral_low: (finding: string) =>
      `${finding}. This is neither good nor bad in itself.`,
  },
  usualSince: (centre: string) => `It has varied as usual since then, around ${centre}.`,
  improved: (council: string, change: string, beside: string) =>
    `${council} improved${change}, with side effects to check: ${beside}.`,
  change: (before: string, now: string) => ` from ${before} a year before to ${now}`,
  beside: { up: 'unusually high or rising', down: 'unusually low or falling' },
  went: (measure: string, before: string, now: string) =>
    `${measure} went from ${before} to ${now}`,
  moved: (measure: string, how: string) => `${measure} (${how})`,
  notEnough: (council: string, needed: number, n: number, units: string) =>
    `${council}: not enough data yet. We need ${needed} ${units} to say what is usual; there ${n === 1 ? 'is' : 'are'} ${n}.`,
  constant: (council: string, n: number, units: string) =>
    `${council}’s figure has not changed for ${n} ${units}. Check that figures were not copied forward.`,
  fewCases: (cases: string, unit: string, points: string) =>
    `There are about ${cases} cases a ${unit}: one case changes the figure by ${points} percentage points.`,
} as const;
