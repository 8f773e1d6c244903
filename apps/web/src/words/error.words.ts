/** An unknown address, a forbidden one and a failure are three different pages. */
export const errorWords = {
  notFound: {
    title: 'Page not found',
    paragraphs: [
      'If you typed the address, check that it is right.',
      'If you followed a link, the figures or the alert may not be yours to see, or may no longer be here.',
    ],
  },
  forbidden: {
    title: 'You cannot do this',
    paragraphs: [
      'Your role does not open this page, or the form was sent from a page that has gone out of date.',
      'Go back, load the page again and try once more. If that does not help, ask somebody with the right role.',
    ],
  },
  failed: {
    title: 'Sorry, something went wrong',
    paragraphs: (reference: string): readonly string[] => [
      'This is our fault, not yours. Nothing that you sent was half saved.',
      'Try again in a few minutes.',
      `If it happens again, tell us this reference: ${reference}`,
    ],
  },
  away: { title: 'The service is not available at the moment' },
  tooLarge: { title: 'This is larger than we can take' },
  goHome: 'Go to the start page',
} as const;
