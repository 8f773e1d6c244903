import type { Gets } from '#application/alerts';
import type { OutsideChannel } from '#application/ports';

/** Where messages go outside the service. */
export const messageWords = {
  title: 'Where alerts go',
  titleOf: (recipient: string) => `Where alerts go: ${recipient}`,
  intro:
    'Everybody is told in the inbox of the pages. Messages can also go by email, or to another system by a signed post. They hold no figures: only how many things there are, and links. Messages about alerts go together, once a day for each partnership: at once for what has to be acted on, at 9 in the morning of the next working day for the rest.',
  digestOnly:
    'You can have the weekly digest of the programme sent to your address. Where messages about alerts go is kept by an administrator.',
  askApprover: 'An approver of your council says where else its messages go.',
  choose: 'Whose messages?',
  open: 'Show where they go',
  standing: 'Addresses',
  nothing: 'Messages go to the inbox alone.',
  noDigest: 'The weekly digest goes to no address yet.',
  head: { address: 'Address', channel: 'By', gets: 'What goes there', since: 'Since' },
  gets: 'What should go there?',
  getsNames: {
    alerts: 'Messages about alerts and returns',
    digest: 'The weekly digest',
    both: 'Both',
  } as Readonly<Record<Gets, string>>,
  digestHint:
    'The digest goes out on Mondays at 8 in the morning. It says how many things changed in the week, and where they are.',
  channels: { email: 'Email', webhook: 'Signed post' } as Readonly<Record<OutsideChannel, string>>,
  since: (who: string, day: string) => `${day}, added by ${who}`,
  remove: 'Remove',
  add: 'Add an address',
  channel: 'How should messages go there?',
  channelHints: {
    email: 'To one email address, such as a team’s mailbox.',
    webhook:
      'To an https address of your system. We show a secret once; check each message with it.',
  } as Readonly<Record<OutsideChannel, string>>,
  address: 'Address',
  addressHint: 'For example send.team@council.gov.uk or https://system.council.gov.uk/alerts',
  send: 'Add the address',
  test: 'Send a test',
  testBody: 'A message that says it is a test goes to the inbox and to every address.',
  testSend: 'Send a test message',
  tested: 'A test message is on its way to the inbox and every address.',
  again: 'Send again',
  sentAgain: 'The message is on its way again.',
  notice: 'Success',
  dead: 'Messages that could not be delivered',
  deadNothing: 'Every message was delivered or is still being tried.',
  deadHead: { id: 'Message', to: 'To', at: 'Given up', detail: 'What happened' },
  deadTo: (recipient: string, channel: string) => `${recipient}, ${channel}`,
  attempts: (n: number) => (n === 1 ? 'after 1 attempt' : `after ${n} attempts`),
  unknown: 'a recipient of before',
  made: {
    title: 'Copy the secret now',
    warning: 'Warning',
    once: 'This is the only time that the secret is shown.',
    secret: 'The secret',
    goes: (address: string) => `Messages now go to ${address}.`,
    check:
      'Each message has the headers X-Timestamp and X-Signature. The signature is “sha256=” and the HMAC-SHA-256, in hexadecimal, of the timestamp, a full stop and the body as it came, with this secret as its key. Refuse what is not signed so, or is old. The list “alerts” names every alert of the message with its rule. A message can come twice: drop an id that you have seen.',
    lost: 'If you lose the secret, remove the address and add it again.',
    back: 'I have copied the secret',
  },
} as const;
