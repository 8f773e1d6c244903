import { KEY_LIMITS, type KeyDeed, type KeyFault, type KeyStanding } from '#domain/access';
import { countOf } from '../format/format-list.js';

const { days, livingKeys, labelCharacters } = KEY_LIMITS;

/** Connecting a council's case-management system: its keys. */
export const connectionWords = {
  title: 'Connect a system',
  warning: 'Warning',
  titleOf: (council: string) => `Connect a system: ${council}`,
  intro:
    'Your case-management system can send your figures every night by itself. It signs in with a key: whoever has the key can do what it was made for, so treat it like a password.',
  developers:
    'For the people who look after the system: example programs in Node and Python are in the folder examples/nightly-push of this service, and the description of the interface is at /openapi.json of the api.',
  choose: 'Which council?',
  chooseHint: 'You look after the keys of every council.',
  open: 'Show its keys',
  make: 'Make a new key',
  nothing: 'No system is connected yet.',
  approverMakes: 'An approver of your council makes, replaces and revokes keys.',
  living: 'Keys that work',
  ended: 'Keys that no longer work',
  head: {
    key: 'Key',
    may: 'May',
    standing: 'Status',
    lastDay: 'Last day',
    used: 'Last used',
    by: 'Made by',
    replace: 'Replace',
    revoke: 'Revoke',
  },
  replaceLink: 'Replace',
  revokeLink: 'Revoke',
  deeds: {
    'send-figures': 'Send figures',
    'read-own-figures': 'Read own figures',
  } as Readonly<Record<KeyDeed, string>>,
  deedHints: {
    'send-figures': 'It also sees what became of what was sent.',
    'read-own-figures': 'It reads the figures, returns and alerts of your council.',
  } as Readonly<Record<KeyDeed, string>>,
  standings: {
    working: { text: 'Works', mark: 'done' },
    ending: { text: 'Ends soon', mark: 'act' },
    replaced: { text: 'Being replaced', mark: 'part' },
    expired: { text: 'Expired', mark: 'wait' },
    revoked: { text: 'Revoked', mark: 'wait' },
  } as Readonly<Record<KeyStanding, { readonly text: string; readonly mark: string }>>,
  neverUsed: 'Not used yet',
  used: (from: string, to: string, day: string) => `${day}, between ${from} and ${to}`,
  madeBy: (who: string, day: string) => `${who}, ${day}`,
  revokedBy: (who: string, when: string) => `Revoked by ${who} at ${when}`,
  endsSoon: (label: string, day: string) =>
    `The key “${label}” works until ${day}. Replace it before then, or the system can no longer sign in.`,
  endsSoonLink: 'See the keys of your systems',
  form: {
    newTitle: 'Make a key',
    replaceTitle: 'Replace a key',
    replaces: (label: string, name: string) =>
      `The new key takes the place of “${label}” (${name}). It has the same name and may do the same.`,
    label: 'What is the system called?',
    labelHint: 'For example “Nightly push”. This name stands in the history of the figures.',
    deeds: 'What may it do?',
    deedsHint: 'Choose no more than it needs.',
    term: 'Until when should the key work?',
    termHint: 'It ends by itself at the end of its last day.',
    terms: (n: number, day: string) => `${countOf(n, 'day', 'days')}, until ${day}`,
    another: 'Until another day',
    anotherDay: 'The other day, if you chose one',
    anotherHint: `From tomorrow to ${days.most} days from now, for example 31 3 2025`,
    day: 'Day',
    month: 'Month',
    year: 'Year',
    overlap: 'How long should the old key still work?',
    overlapHint: 'Long enough for your system to change over. You can revoke it sooner.',
    overlaps: (n: number, day: string) =>
      n === 0 ? 'Until the end of today' : `${countOf(n, 'day', 'days')}, until ${day}`,
    make: 'Make the key',
    replace: 'Make the new key',
    errors: 'There is a problem',
  },
  faults: {
    LABEL: `Say what the system is called, in 1 to ${labelCharacters} characters`,
    DEEDS: 'Choose what the system may do',
    LAST_DAY: `Choose a last day from tomorrow to ${days.most} days from now`,
    OVERLAP_DAY: 'Choose how long the old key should still work',
  } as Readonly<Record<KeyFault, string>>,
  made: {
    title: 'Copy the key now',
    once: 'This is the only time that the key is shown. We keep no copy that anybody could read.',
    key: 'The key',
    whatNext: 'What to do next',
    steps: [
      'Copy the whole key and put it where your system keeps its secrets, such as its password store. Do not send it by email.',
      'Tell the system to send it with every request in the header “Authorization: Bearer”, followed by the key. The example programs take it from the variable CPM_KEY.',
      'Make a first run that only checks. The list of keys then shows when it was last used.',
    ] as readonly string[],
    oldUntil: (name: string, day: string) => `The old key (${name}) works until ${day}.`,
    lost: 'If you lose the key, replace it: it cannot be shown again.',
    back: 'I have copied the key',
  },
  revoke: {
    title: (label: string) => `Revoke the key “${label}”?`,
    body: (name: string) =>
      `The key ${name} stops working at once. A system that still uses it is refused until it has another one. Figures that it has sent stay.`,
    used: (when: string) => `Last used: ${when}.`,
    confirm: 'Revoke the key',
    keep: 'Keep the key',
  },
  limit: `Your council can have ${livingKeys} keys at a time.`,
} as const;
