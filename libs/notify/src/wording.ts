import type { OutgoingMessage } from '#application/ports';

/** The subject of a message; of a test, one that says so. */
export const subjectOf = ({ subject, test }: OutgoingMessage): string =>
  test && !subject.startsWith('Test') ? `Test: ${subject}` : subject;

/** A message in plain text: what it is, where to look, why this reader is told, and its id. */
export const textOf = (message: OutgoingMessage): string =>
  [
    'Hello,',
    '',
    message.body,
    `Open it: ${message.link}`,
    '',
    `${message.reason} Change what you are told: ${message.settings}`,
    `Message ${message.id}`,
    '',
  ].join('\n');
