/** The start page of roles that read releases only. */
export const homeWords = {
  title: 'Start page',
  sections: [
    {
      heading: 'What you can read here',
      paragraphs: [
        'Your role reads releases and the public dashboard. No release has been made yet.',
        'Figures of single councils are not shown to your role.',
      ],
    },
  ],
} as const;
