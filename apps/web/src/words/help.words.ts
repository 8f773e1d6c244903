/** The page that answers each kind of user's first questions. */
export const helpWords = {
  title: 'Help',
  sections: [
    {
      heading: 'If you send your council’s figures',
      questions: [
        {
          ask: 'How do I send this month’s return?',
          answer:
            'Open the month from your home page. Type the numbers, or send a CSV file or a workbook. “Check without sending” shows every problem at once and keeps nothing.',
        },
        {
          ask: 'What if some numbers have a problem?',
          answer:
            'The others are still taken. Fix the rest on the same page, or send another file: sending the same figures twice does no harm.',
        },
        {
          ask: 'I only have a list of cases. Must I count it?',
          answer:
            'No. “Count a list on your own computer” makes the numbers from it in your browser. The list never leaves your computer.',
        },
        {
          ask: 'What if we cannot report in time?',
          answer:
            'Say so on the return: that there is nothing to report, or that the figures are not available yet and why. You can also ask DfE for more time there.',
        },
      ],
    },
    {
      heading: 'If you lead on SEND at a council',
      questions: [
        {
          ask: 'How do I approve figures?',
          answer:
            'Open the month from your home page and its receipt. Explain each warning, then choose “Approve these figures”. You cannot approve what you sent yourself.',
        },
        {
          ask: 'What do I do about an alert?',
          answer:
            'Open it and read what happened and why. Acknowledge it to say that somebody is looking into it, then add actions with a day and a name to the recovery plan. It clears by itself when the figures are right again.',
        },
        {
          ask: 'Can we correct a figure?',
          answer:
            'Yes, for 12 months. Each correction asks why, and the old figure stays in the history. Later than that, ask DfE to open the month.',
        },
      ],
    },
    {
      heading: 'If you work at DfE',
      questions: [
        {
          ask: 'What should I look at first?',
          answer:
            'The overview says who has reported, which alerts are open and what is new. Open an alert to see the figures that it went by and who knows.',
        },
        {
          ask: 'What did we know on a given day?',
          answer:
            'Type the day above the charts. Every figure is then shown exactly as it was known at the end of that day.',
        },
        {
          ask: 'Would another rule have been better?',
          answer:
            'Write it under “Alert rules”, save it as a draft and try it on past figures. The page says when it would have fired, and how much of that would be chance.',
        },
      ],
    },
    {
      heading: 'If you look after the service',
      questions: [
        {
          ask: 'How does a council’s system sign in?',
          answer:
            'With a key. An approver of the council makes it under “Connect a system”; you can do so for any council. It is shown once, and ends by itself.',
        },
        {
          ask: 'Where do messages go?',
          answer:
            'To the inbox of the pages, always. Under “Where alerts go” you add addresses, send a test, and send again what could not be delivered.',
        },
        {
          ask: 'How do I know that alerting works?',
          answer:
            'Each part of it says when it last did its work. If one stops for two minutes, the address /health/alerting says so to whatever watches it.',
        },
      ],
    },
    {
      heading: 'If you write programs for a council',
      questions: [
        {
          ask: 'Where do I start?',
          answer:
            'With the two programs in the folder examples/nightly-push, in Node and in Python. They send a file every night and read the answer.',
        },
        {
          ask: 'Where is the interface described?',
          answer:
            'At /openapi.json for files and at /schema.graphql for questions, both at the address of the api.',
        },
        {
          ask: 'What if my program is stopped half way?',
          answer:
            'Send the same file again with the same key for the sending. You get the first answer, and it counts once.',
        },
      ],
    },
    {
      heading: 'Reading a chart',
      paragraphs: [
        'A filled point is an approved or published figure. A hollow point is provisional. A cross means that a figure was not reported. A gap in the line means that there is no figure; nothing is joined across it.',
        'Where a plan has been agreed, a dashed line shows it, and a pale band shows how far from it is still near it.',
        'Each chart has its table. From any figure in a table you can open its history.',
      ],
    },
    {
      heading: 'What the words mean',
      items: [
        'Provisional: sent, and not yet approved by another person of the council.',
        'Not reported: the council has not sent it.',
        'Not applicable: the council is not testing that reform.',
        'Not available: the council cannot produce it for that period.',
        'Too few to show: the number is small, and is protected.',
        'No cases: there was nothing to count, so there is no percentage.',
      ],
      paragraphs: [],
    },
    {
      heading: 'Saying what works, and what does not',
      anchor: 'feedback',
      paragraphs: [
        'People of councils and of DfE find “Feedback” at the top of every page. A council says what is working and what is not; DfE answers, and the council sees the answer.',
        'If you belong to neither, tell whoever gave you the address of this service.',
      ],
    },
  ],
} as const;
