import type { PermissionKind } from '#domain/returns';

/** Asking for more time or for a closed month, and the answers. */
export const permissionWords = {
  ask: {
    link: 'Ask DfE for more time, or to change a closed month',
    title: {
      extension: (month: string) => `Ask for more time for ${month}`,
      exception: (month: string) => `Ask to change ${month}, which is closed`,
    },
    intro: {
      extension: (first: string, last: string) =>
        `DfE answers. Until then the return is due as before. You can ask for a day from ${first} to ${last}.`,
      exception: (first: string, last: string) =>
        `DfE answers. If it says yes, you can send this month’s figures again until the end of the day. You can ask for a day from ${first} to ${last}.`,
    },
    tooLate:
      'The longest extension has passed. Send what you have, or say why it is not available yet.',
    day: {
      extension: 'By which day will you send the figures?',
      exception: 'Until which day do you need it open?',
    } as Readonly<Record<PermissionKind, string>>,
    words: 'Say why',
    send: 'Send this request',
  },
  answer: {
    title: {
      extension: (council: string, month: string) => `More time for ${month}: ${council}`,
      exception: (council: string, month: string) => `A closed month, ${month}: ${council}`,
    },
    asked: (who: string, when: string, until: string) => `${who} asked at ${when}, until ${until}.`,
    legend: 'What is the answer?',
    grant: 'Grant it',
    decline: 'Decline it',
    choose: 'Choose whether to grant or to decline it',
    day: 'If you grant it: until which day?',
    words: 'Say why in a sentence. The council reads it.',
    send: 'Send the answer',
  },
  open: {
    link: 'Open a closed month for a council',
    title: 'Open a closed month for a council',
    intro:
      'The council can then send figures of this month again until the end of the day, at most 30 days from now. Each revision still needs its reason.',
    council: 'Council',
    month: 'Month',
    day: 'Until which day?',
    words: 'Say why in a sentence. The council reads it.',
    send: 'Open the month',
  },
  dayHint: (example: string) => `For example, ${example}`,
  dayParts: { day: 'Day', month: 'Month', year: 'Year' },
  wordsHint: 'Write about the service, not about a child.',
  errors: 'There is a problem',
  history: 'What was asked for this month',
  head: { asked: 'Asked', until: 'Until', why: 'Why', answer: 'Answer' },
  kinds: { extension: 'More time', exception: 'Closed month' } as Readonly<
    Record<PermissionKind, string>
  >,
  waits: 'Waits for an answer',
  granted: (until: string) => `Granted until ${until}`,
  declined: 'Declined',
  by: (who: string, when: string) => `${who}, ${when}`,
} as const;
