/** An unknown address, a forbidden one and a failure are three different pages. */
export const errorWords = {
  notFound: {
    title: 'Page not found',
    paragraphs: [
      'If you typed the address, check that it is right.',
      'If you followed a link, the figures or the alert may not be yours to see, or may no longer be here.',
      'Nothing was sent or changed.',
    ],
  },
  forbidden: {
    title: 'You cannot do this',
    paragraphs: [
      'Your role does not open this page. Nothing was sent or changed.',
      'If you need it, ask somebody with the right role to open it, or to change yours.',
    ],
  },
  oldForm: {
    title: 'This form has gone out of date',
    paragraphs: [
      'It was sent from a page that was opened long ago, or in another window. Nothing was sent or changed.',
      'What you typed is still in the form: go back, copy it, load the page again and send it once more.',
    ],
  },
  failed: {
    title: 'Sorry, something went wrong',
    paragraphs: (reference: string, at: string): readonly string[] => [
      'This is our fault, not yours. Nothing that you sent was half saved: it is in as a whole, or not at all.',
      'Go back: what you typed is still in the form. Try again in a few minutes. Sending the same twice does no harm.',
      `If it happens again, tell us this reference: ${reference} (${at}). With it we find what went wrong.`,
    ],
  },
  away: {
    title: 'The service is not available at the moment',
    kept: 'Nothing that you sent before is lost. What you typed just now is still in the form: go back and send it again.',
  },
  tooLarge: { title: 'This is larger than we can take' },
  goOn: 'Where you can go from here',
  go: {
    council: 'Your returns and what to do next',
    sent: 'Everything you sent',
    overview: 'The overview of the programme',
    councils: 'Councils, A to Z',
    signIn: 'Sign in',
    start: 'The start page',
    help: 'Help',
  },
  keptForm: {
    title: 'Not sent yet',
    text: 'Your session had ended before this was sent. What you typed is in the form again. Look at it, and send it.',
  },
} as const;
