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
  privacy: {
    title: 'Privacy',
    sections: [
      {
        paragraphs: [
          'This service holds counts by local council. It does not take details about a child, a family or a school.',
          'A file, a number or a comment that looks as if it held such details is refused before it is stored. We keep its place, the rule that stopped it and a digest from which nothing can be read back. What was in it is not kept and not written to any log.',
        ],
      },
      {
        heading: 'What we record about people who use it',
        items: [
          'The role and organisation under which you signed in, and when.',
          'Which figures you sent, approved, corrected or withdrew, with the time and the reason that you gave.',
          'What you did about an alert: that you saw it, what you wrote, what you promised and by when.',
          'What you asked DfE for, what your council said is working or not, and the answers.',
          'That you opened figures that are not yet published, or took a file of them away.',
          'The addresses to which your council has its messages sent.',
        ],
        paragraphs: [
          'These records stay with the figures, so that anybody who may see a figure can see where it came from. They are kept in a chain: no entry can be changed later without being noticed.',
        ],
      },
      {
        heading: 'How long we keep what is not a figure',
        items: [
          'What you sent and we took: 24 months.',
          'What you sent and we refused: 90 days. Nothing of it if it may have been about a person.',
          'A return that you saved to come back to: 60 days, or until you send it.',
          'The key that keeps a sending from counting twice: 30 days.',
          'That you are signed in: eight hours.',
        ],
        paragraphs: [
          'Some details can be taken out for good when the law asks for it. The record then says that something was taken out, when and why.',
        ],
      },
      {
        heading: 'What we do not do',
        paragraphs: [
          'We measure nobody’s visits and show no advertising. Nothing on these pages is loaded from another site. Emails and other messages hold no figures.',
        ],
      },
      {
        heading: 'Who is responsible',
        paragraphs: [
          'This service is being built and is not yet used for real returns. Before it is, whoever runs it says here who is responsible for these records, on which law they rest, and how to write to them.',
        ],
      },
    ],
  },
  cookies: {
    title: 'Cookies',
    sections: [
      {
        paragraphs: [
          'This service uses three cookies. All are needed for it to work, so we do not ask whether we may set them. No script can read them, and no other site is sent them with a form.',
        ],
        items: [
          'cpm_session: remembers that you are signed in. It goes when you sign out or close the browser. After eight hours you have to sign in again.',
          'cpm_kept: opens what you had typed into a form when your session ended. It lasts 30 minutes, on the page of that form alone.',
          'cpm_visit: protects the form by which you sign in. It goes when you have signed in or close the browser.',
        ],
      },
      {
        heading: 'What else stays in your browser',
        paragraphs: [
          'Nothing. There are no cookies for measuring or advertising, and nothing is loaded from another site.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    sections: [
      {
        paragraphs: [
          'We want as many people as possible to be able to use this service. It is built with the GOV.UK Design System and aims at level AA of the Web Content Accessibility Guidelines, version 2.2.',
          'You should be able to zoom in to 400% and use a window as narrow as a telephone, use every page with a keyboard alone, use every page without scripts but one, and print every page.',
          'Every chart says what it shows in a sentence and has a table with the same figures. Colour is never the only sign of anything.',
        ],
      },
      {
        heading: 'How we tested it',
        paragraphs: [
          'We look at every page in every state that it can be in: with figures, empty, waiting, with errors, with long names, and with all 153 councils. A browser does this by itself each time the service is changed, and a change that breaks a page is not taken.',
        ],
        items: [
          'The axe checker finds no fault on any page in any state.',
          'The Tab key reaches every link, button and field in the order of the page. What has the focus can be seen, and nothing holds it.',
          'Without scripts each page says the same words.',
          'At 320 pixels, which is 400% zoom, no page has to be scrolled sideways as a whole.',
          'On paper nothing is cut off.',
          'The words of each page can be read at the age of 14, by the Flesch–Kincaid formula.',
        ],
      },
      {
        heading: 'What we know is not good enough',
        items: [
          'No outside audit has been made, and nobody who uses a screen reader, a magnifier or speech has tried it yet. Checkers find only a part of what is wrong.',
          'Wide tables and charts scroll sideways inside a box of their own on narrow screens. The box can be reached and moved by keyboard.',
          'A screen reader hears what a chart shows as one sentence; its points are in the table alone.',
          'The page that counts a list on your own computer needs scripts. Without them you can type the numbers on the return.',
          'The workbook to fill in has not been checked with a screen reader.',
          'A few words are the names that the law or published statistics give to things, and are harder than the rest.',
        ],
        paragraphs: [],
      },
      {
        heading: 'Telling us',
        paragraphs: [
          'People of councils say what does not work on the page Feedback, and see the answer there. Anybody else tells whoever gave them the address of this service.',
          'This statement was made on 26 November 2026, by the people who build the service, from their own tests. It is not yet used by the public, so no body has looked at it.',
        ],
      },
    ],
  },
} as const;
