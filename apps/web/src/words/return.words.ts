import { countOf } from '../format/format-list.js';

export const returnWords = {
  title: (council: string, month: string) => `${month} return: ${council}`,
  due: (due: string) => `Due at ${due}.`,
  guidance:
    'Send true numbers, small ones too: we protect small numbers everywhere else. Type 0 if there were none. Leave a box empty if you will send it later.',
  noPeople:
    'Do not send names, dates of birth or any other detail about a child. This return takes counts only.',
  answered: {
    nil: (text: string, at: string) =>
      `You told us at ${at} that there is nothing to report. ${text}`,
    'not-available': (text: string, at: string) =>
      `You told us at ${at} that the figures are not available yet, because: ${text}`,
  },
  lastMonth: (figure: string) => `Last month: ${figure}`,
  lastMonthNone: 'Last month: no figure',
  pounds: 'In pounds.',
  more: 'Add a note, or say why there is no number',
  moreFor: (label: string) => `Note for: ${label}`,
  state: 'Instead of a number',
  states: {
    '': 'I have typed a number, or will send it later',
    missing: 'Not yet available',
    x: 'Cannot be produced',
    z: 'Does not apply here',
  } as Readonly<Record<string, string>>,
  note: 'Note, or the reason',
  noteHint: 'Write about the service, not about a child or a school.',
  reasonHeading: 'Why are you changing figures that you sent before?',
  reasonHint:
    'Asked only for figures that change. The old figures stay in the history with this reason.',
  reasonMissing: 'Choose why figures change, and say in one sentence what happened.',
  reasonKinds: {
    LATE_RECORD: 'A record was made late',
    RECOUNT: 'We counted again',
    DEFINITION: 'We had used another definition',
    ERROR: 'There was a mistake',
  } as Readonly<Record<string, string>>,
  reasonText: 'Say in one sentence what happened',
  comment: 'Anything that explains these figures (optional)',
  commentHint: 'Write about the service, not about a child or a school.',
  send: 'Send these figures',
  check: 'Check without sending',
  saveDraft: 'Save and come back later',
  templates: {
    xlsx: 'Download this return as an Excel workbook to fill in',
    csv: 'Download this return as a CSV file to fill in',
  },
  draft: {
    saved: (by: string, at: string) =>
      `Saved by ${by} at ${at}. It is not sent yet, and only people who send for your council see it.`,
    until: (day: string) => `We keep it until ${day}, or until the figures are sent.`,
    heading: 'This return was saved to come back to',
    discard: 'Delete what was saved',
    conflict: 'Someone else changed this return while you were working',
    conflictOwn: 'You changed this return on another page while you were working',
    changed: (by: string, figures: number, at: string) =>
      `${by} changed ${figures === 0 ? 'what stands beside the figures' : countOf(figures, 'figure', 'figures')} at ${at}. Yours are kept here. Choose which to use for each.`,
    rest: 'What only one of you changed is kept already, from both of you. Nothing is saved before you have chosen.',
    mine: (text: string) => `Yours: ${text}`,
    theirs: (by: string, text: string) => `From ${by}: ${text}`,
    somebody: 'someone else',
    empty: 'nothing typed',
    stateOf: (box: string) => `Instead of a number for ${box}`,
    noteOf: (box: string) => `Note for ${box}`,
    besideLabels: {
      'reason-kind': 'Why figures change',
      'reason-text': 'What happened',
      comment: 'What explains these figures',
    } as Readonly<Record<string, string>>,
    choose: (field: string) => `Choose which to use: ${field}`,
    saveChosen: 'Save what I have chosen',
    leftOut: {
      person: (field: string) =>
        `${field}: this may describe one person, so we did not save it. Write about the service, not about a child. Everything else is saved.`,
      'too-long': (field: string) =>
        `${field}: this is too long to save. Use 4,000 characters or fewer. Everything else is saved.`,
    },
  },
  upload: {
    heading: 'Send a file instead',
    intro:
      'A CSV file or an Excel workbook (.xlsx) with the columns council, period, measure and value. Of a workbook we read one sheet and keep nothing else.',
    label: 'Choose a CSV file or a workbook',
    send: 'Send this file',
    check: 'Check this file without sending',
    none: 'Choose a file',
    cutOff:
      'The upload stopped before the end. Nothing was saved. Send it again; sending twice does no harm.',
  },
  answer: {
    heading: 'Nothing to send, or not yet?',
    legend: 'What would you like to tell us?',
    nil: 'There is nothing to report for this month',
    notAvailable: 'The figures are not available yet',
    text: 'Say why and, if you can, when you expect them',
    day: 'The day by which you expect the figures (optional)',
    dayHint: 'For example, 31 1 2025. Until then we send no reminder.',
    noDay: 'Write the day as day, month and year, for example 31 1 2025',
    send: 'Send this answer',
    choose: 'Choose what you would like to tell us',
    sayWhy: 'Say why in at least 10 characters',
  },
  result: {
    checkTitle: 'This is a check. Nothing has been sent.',
    checkCounts: (accepted: number, not: number) =>
      `${countOf(accepted, 'figure', 'figures')} would be accepted, ${not} would not.`,
    together: 'Where figures do not fit together, all of them wait until one is mended.',
    clean: 'No problems found.',
    cleanCount: (n: number) => `${countOf(n, 'number is', 'numbers are')} ready to send.`,
    toFix: (n: number) => `${countOf(n, 'thing', 'things')} to fix`,
    partly: (accepted: number, not: number) =>
      `${countOf(accepted, 'figure is', 'figures are')} in and ${accepted === 1 ? 'counts' : 'count'} from now. ${not} ${not === 1 ? 'is' : 'are'} not, and ${not === 1 ? 'is' : 'are'} listed here. You can fix ${not === 1 ? 'it' : 'them'} here or send a file: sending the same figures twice does no harm.`,
    noneIn: 'Nothing has been sent. Your numbers are kept here so that you can fix them.',
    nothingTyped: 'Type at least one number',
    warnings: 'Look at these again',
    notes: 'For your information',
    seeReceipt: 'See the receipt for what is in',
    explainColumns: 'Tell us which of your columns is which. We will remember it.',
    reference: (id: string) => `Reference ${id}`,
  },
  finding: {
    caption: 'What we found',
    head: {
      place: 'Where',
      severity: 'What it means',
      message: 'What we found',
      fix: 'What to do',
    },
    severity: { block: 'To fix', warn: 'To explain', note: 'For information' },
    row: (row: number) => `Row ${row}`,
    whole: 'The whole file',
  },
} as const;
