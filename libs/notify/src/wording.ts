import type { OutgoingMessage } from '#application/ports';

/** The subject of a message; of a test, one that says so. */
export const subjectOf = ({ subject, test }: OutgoingMessage): string =>
  test && !subject.startsWith('Test') ? `Test: ${subject}` : subject;

/** How many alerts are linked by themselves; the list has them all. */
const MOST_LINKS = 3;

function linksOf({ alerts, link }: OutgoingMessage): readonly string[] {
  if (alerts.length < 2) return [`Open it: ${link}`];
  return [
    'Open them:',
    ...alerts.slice(0, MOST_LINKS).map((alert) => alert.link),
    `All that is open: ${link}`,
  ];
}

/** A message in plain text: what it is, where to look, why this reader is told, and its id. */
export const textOf = (message: OutgoingMessage): string =>
  [
    'Hello,',
    '',
    message.body,
    ...linksOf(message),
    '',
    `${message.reason} Change what you are told: ${message.settings}`,
    `Message ${message.id}`,
    '',
  ].join('\n');
