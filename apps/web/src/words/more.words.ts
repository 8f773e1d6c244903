import type { Section } from './navigation.words.js';

/** What else there is: a sentence on each place that the navigation has no room for. */
export const moreWords = {
  title: 'More',
  intro: 'Everything else in the service that is open to you.',
  about: {
    home: 'What is to be done for your council.',
    overview: 'Who has reported, what is open, and what has changed since you last looked.',
    returns: 'Who owes which return, and what has come.',
    metrics: 'Each measure with every council’s chart.',
    published: 'Upload and confirm the files of published statistics.',
    councils: 'Each council with all of its figures.',
    alerts: 'What is off track, and what is being done about it.',
    figures: 'Your council’s own figures.',
    partnership: 'Who has reported, what is open and what is owed in your partnership.',
    partnerships: 'Who has reported, what is open and what is owed in each partnership.',
    regions: 'The same for each region, with the figures of its councils together.',
    reforms: 'What is tested, by which councils and since when.',
    milestones: 'What councils said they would do, and by when.',
    feedback: 'What councils say is working or not, and what DfE answered.',
    packs: 'Figures and charts that are frozen, with a checksum, for a question or a meeting.',
    rules: 'What opens an alert, and who writes that.',
    connections: 'Keys for the systems of councils.',
    messages: 'The addresses to which messages go outside this service.',
    dashboard: 'What anybody can see.',
    more: '',
    'sign-in': '',
  } satisfies Readonly<Record<Section, string>>,
} as const;
