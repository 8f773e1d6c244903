/** Who was told of an alert, and who will be. */
export const whoKnowsWords = {
  told: (who: string, first: string, last: string | null) =>
    last === null
      ? `${who} was told on ${first}.`
      : `${who} was told on ${first}, and last on ${last}.`,
  due: (who: string, on: string) => `${who} will be told on ${on}, if it is still open.`,
  held: (who: string, why: string) => `${who} has not been told yet: ${why}.`,
  onItsWay: (who: string) => `A message to ${who} is on its way.`,
  notTold: (who: string) => `${who} was not told.`,
  notDue: 'Not due yet',
  /** What a message said, by the first word of its event. */
  events: {
    fired: 'That it needs attention',
    'fired-again': 'That it needs attention again',
    repeat: 'Again, for nobody had acknowledged it',
    escalated: 'That it is still open',
    plan: 'That its plan is overdue',
    resolved: 'That it has cleared',
    rejudged: 'That corrected figures take it back',
    withdrawn: 'That its rule was changed',
  } as Readonly<Record<string, string>>,
} as const;
