import type { Silenced } from '#domain/notifications';

/** Asking for no messages about something for a while. */
export const silenceWords = {
  title: 'Silenced messages',
  intro:
    'A silence holds messages about something for a while. Alerts stay open and stay on the pages. When the silence ends, a message about an alert that is still open goes out; one about an alert that has cleared does not.',
  link: 'Silenced messages',
  standing: 'Silences that stand',
  noneStanding: 'No messages are silenced.',
  over: 'Silences that have ended',
  head: { about: 'About', who: 'Whose messages', until: 'Until', why: 'Why' },
  overHead: { ended: 'Ended' },
  by: (who: string, day: string) => `${who}, ${day}`,
  fromTo: (from: string, until: string) => `from ${from} to ${until}`,
  until: (until: string) => `to ${until}`,
  endedBy: (who: string, day: string) => `${day}, by ${who}`,
  ranOut: (day: string) => `${day}, as planned`,
  everything: 'Any',
  audiences: {
    council: 'Messages to your council',
    department: 'Messages to DfE, partnerships and the board',
    all: 'All messages',
  } as Readonly<Record<Silenced, string>>,
  audienceOf: {
    council: 'The council’s own',
    department: 'DfE’s, partnerships’ and the board’s',
    all: 'Everybody’s',
  } as Readonly<Record<Silenced, string>>,
  form: {
    title: 'Silence messages',
    matcher: 'What about? Choose at least one; everything that you choose has to fit.',
    rule: 'Rule',
    metric: 'Measure',
    council: 'Council',
    partnership: 'Partnership',
    audience: 'Whose messages?',
    from: 'First day without messages',
    until: 'Last day without messages',
    dayHint: (day: string) => `For example, ${day}. At most 90 days in all.`,
    parts: { day: 'Day', month: 'Month', year: 'Year' },
    reason: 'Why?',
    reasonHint:
      'For example: The system is being replaced until the end of the month. In 10 to 1,000 characters, and nothing about a child. Everybody who sees the alert can read it.',
    send: 'Silence these messages',
    errors: 'There is a problem',
  },
  end: (about: string) => `End the silence: ${about}`,
  onAlert: (name: string, until: string, reason: string) =>
    `${name} has asked for no messages about this until ${until}: "${reason}". It is still open.`,
  beneath: (title: string) => `People are told of this by another alert: ${title}.`,
  above: (title: string) => `Also open, and not told separately: ${title}.`,
  expected: (month: string) =>
    `Low while old cases are cleared. Children waiting fell in each of the last three months. Not escalated; looked at again in ${month}.`,
  board: {
    title: 'Messages to the board',
    intro: 'What the programme’s board is told. Messages hold no figures and name no council.',
    nothing: 'You have no messages.',
    times: (n: number) => (n === 1 ? '' : ` So have ${n - 1} more.`),
    dashboard: 'Open the public dashboard',
  },
} as const;
