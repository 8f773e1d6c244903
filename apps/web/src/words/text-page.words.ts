/** The pages that only say something. */
export const textPageWords = {
  dashboard: {
    title: 'Public dashboard',
    sections: [
      {
        heading: 'Nothing has been published yet',
        paragraphs: [
          'No figures from the change programme have been published. When they are, they will be here, and anybody will be able to read them without signing in.',
        ],
      },
      {
        heading: 'What it will show',
        items: [
          'Published figures of the local areas that take part in the programme, each with what it counts and when it was published.',
          'Local areas only: no school, and no child.',
          'Small numbers are not shown, and others are rounded to the nearest 5, so that nobody can be recognised.',
          'No order of best to worst. Areas differ in size, in needs and in how they record.',
        ],
        paragraphs: [],
      },
      {
        heading: 'Why not now',
        paragraphs: [
          'Councils’ own monthly figures are management information, not official statistics. They are checked, reviewed and protected before any of them is published.',
        ],
      },
    ],
  },
  help: {
    title: 'Help',
    sections: [
      {
        heading: 'Sending a return',
        paragraphs: [
          'Open the month from your home page. Type the numbers, or send a CSV file. “Check without sending” shows every problem at once and keeps nothing.',
          'If some numbers have a problem, the others are still taken. Fix the rest on the same page, or send another file: sending the same figures twice does no harm.',
          'Figures are provisional until an approver of your council approves them. You can correct a month for 12 months; each correction asks why, and the old figure stays in the history.',
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
        heading: 'As known on a day',
        paragraphs: [
          'Figures change when councils correct them. Choose a day to see every figure exactly as it was known then.',
        ],
      },
      {
        heading: 'What the words mean',
        items: [
          'Not reported: the council has not sent it.',
          'Not applicable: the council is not testing that reform.',
          'Not available: the council cannot produce it for that period.',
          'Too few to show: the number is small, and is protected.',
          'No cases: there was nothing to count, so there is no percentage.',
        ],
        paragraphs: [],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    sections: [
      {
        paragraphs: [
          'This service holds counts by local council. It does not take details about a child, a family or a school.',
          'A file, a number or a comment that looks as if it held such details is refused before it is stored. What was in it is not kept and not written to any log.',
        ],
      },
      {
        heading: 'What we record about people who use it',
        items: [
          'The role and organisation under which you signed in, and when.',
          'Which figures you sent, approved or corrected, with the time and the reason that you gave.',
          'Which alerts you acknowledged.',
        ],
        paragraphs: [
          'These records stay with the figures, so that anybody who may see a figure can see where it came from.',
        ],
      },
    ],
  },
  cookies: {
    title: 'Cookies',
    sections: [
      {
        paragraphs: [
          'This service uses three cookies. All are needed for it to work. There are no cookies for measuring or advertising, and nothing is loaded from another site.',
        ],
        items: [
          'cpm_session: remembers that you are signed in, until you sign out or the session ends.',
          'cpm_kept: opens what you had typed into a form when your session ended, for 30 minutes, on the page of that form alone.',
          'cpm_visit: protects the sign-in form, until you have signed in.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    sections: [
      {
        paragraphs: [
          'This service is built with the GOV.UK Design System and aims at level AA of the Web Content Accessibility Guidelines, version 2.2.',
          'Every page works with a keyboard, without scripts, and at 320 pixels wide. Every chart says its finding in a sentence and has a table with the same figures. Colour is never the only sign of anything.',
        ],
      },
      {
        heading: 'What we know is not good enough',
        items: [
          'Wide tables scroll sideways on narrow screens.',
          'The service has been checked by automatic tools and by keyboard, not yet by people who use screen readers.',
        ],
        paragraphs: [],
      },
    ],
  },
} as const;
