import type { RevisionReasonKind } from '#domain/observations';

/** Evidence packs: frozen figures and charts, their pages and their document. */
export const packWords = {
  title: 'Evidence packs',
  intro:
    'A pack holds figures and charts as they were known at one moment. It never changes. What was corrected since is marked.',
  link: 'Evidence packs',
  make: 'Make a pack',
  nothing: 'No pack has been made yet.',
  nothingMaker:
    'Make the first one: choose measures and councils, and say what question it is for.',
  nothingReader: 'Packs are made by the Department for Education. Each one will be listed here.',
  older: 'Older packs',
  listCaption: 'Evidence packs, newest first',
  head: { pack: 'Pack', since: 'Since then', known: 'Figures as known', made: 'Made' },
  councils: (n: number) => (n === 1 ? '1 council' : `${n} councils`),
  by: (who: string) => `by ${who}`,
  at: (moment: string) => `at ${moment}`,
  corrected: (n: number) =>
    n === 0
      ? 'No figure corrected since'
      : n === 1
        ? 'One figure corrected since'
        : `${n.toLocaleString('en-GB')} figures corrected since`,
  form: {
    title: 'Make an evidence pack',
    intro:
      'The pack takes approved and published figures, and provisional ones that nobody approved within ten working days of their due date. Others are left out, and the pack says how many.',
    name: 'What is the pack called?',
    nameHint: 'In 3 to 120 characters.',
    question: 'What question is it for?',
    questionHint:
      'Which decision it is to help with. In 10 to 1,000 characters, and nothing about a child.',
    note: 'Note (optional)',
    noteHint: 'What a reader has to know besides. At most 1,000 characters.',
    measures: 'Measures',
    measuresHint: 'Choose at most 12.',
    published: (theme: string) => `${theme}: published yearly`,
    councils: 'Councils',
    all: (n: number) => `All ${n} councils of the programme`,
    some: 'Only those that I choose below',
    which: 'Choose councils',
    known: 'Figures as known on (optional)',
    knownHint: 'Leave it empty for figures as known now.',
    send: 'Make the pack',
    errors: 'There is a problem',
  },
  page: {
    about: 'About this pack',
    question: 'Question',
    note: 'Note',
    made: 'Made',
    known: 'Figures as known',
    order: 'Place in the order of knowledge',
    measures: 'Measures',
    release: 'Version of the service',
    checksum: 'Checksum (SHA-256 of the manifest)',
    verified: 'Verified now',
    whole: (n: number) =>
      `Yes: all ${n} files and the manifest are as they were when the pack was made.`,
    damaged: (n: number) =>
      n === 1
        ? 'No: one file is not as it was when the pack was made.'
        : `No: ${n} files are not as they were when the pack was made.`,
    damagedTitle: 'This file is damaged',
    damagedList: 'Files that are not as they were',
    what: {
      missing: 'is not there',
      extra: 'is not in the manifest',
      differs: 'has other bytes',
    },
    print: 'Open to print',
    archive: 'Download everything (ZIP)',
    manifest: 'Manifest (JSON)',
    again: 'Make this pack again with today’s figures',
    since: 'Corrected since',
    sinceIntro:
      'The pack keeps what it said. These figures behind it were changed or withdrawn after the moment that it speaks of.',
    sinceShort: (shown: number, all: number) => `The first ${shown} of ${all} are listed.`,
    sinceHidden: 'What the figures are now will be in the next pack that the department makes.',
    sinceHead: {
      council: 'Council',
      figure: 'Figure',
      period: 'Period',
      before: 'In the pack',
      after: 'Now',
      known: 'Known',
      why: 'Why',
    },
    withdrawn: 'Withdrawn',
    approved: 'approved',
    provisional: 'provisional',
    partOf: (measures: string) => `part of ${measures}`,
    noReason: 'No reason was given',
    files: 'Files',
    filesHow:
      'Data and charts can be made again from the manifest by the same version of the service, and come out the same byte for byte. The document is stored, and checked by its digest each time it is opened.',
    filesShow: (n: number) => `Show all ${n} files with their digests`,
    filesHead: { path: 'File', kind: 'Kind', bytes: 'Bytes', digest: 'SHA-256' },
    kinds: { data: 'data', chart: 'chart', document: 'document' },
  },
  reasons: {
    LATE_RECORD: 'Late record',
    RECOUNT: 'Recount',
    DEFINITION: 'Definition',
    ERROR: 'Error',
    WITHDRAWAL: 'Withdrawn',
  } as Readonly<Record<RevisionReasonKind | 'WITHDRAWAL', string>>,
  chart: {
    newest: (moment: string) => `Newest of these figures known at ${moment}.`,
  },
  document: {
    kind: 'Evidence pack',
    question: 'Question',
    note: 'Note',
    made: (who: string, moment: string) => `Made by ${who} at ${moment}.`,
    known: (moment: string, seq: string) =>
      `Figures as known at ${moment} (place ${seq} in the order of knowledge).`,
    rule: 'Approved and published figures, and provisional ones that nobody approved within ten working days of their due date. Provisional figures have hollow points.',
    address: (id: string) =>
      `Pack ${id}. Its page holds the manifest, the checksum and every figure.`,
    release: (release: string) => `Made with version ${release} of the service.`,
    contents: 'Measures',
    definition: (version: string) => `Definition ${version}.`,
    order: 'Councils A to Z. The order says nothing about how they are doing.',
    noFigures: 'No figures.',
    waiting: (n: number) =>
      n === 1
        ? 'The figure of one period was sent and is not yet approved: left out.'
        : `The figures of ${n} periods were sent and are not yet approved: left out.`,
  },
} as const;
