export const siteWords = {
  serviceName: 'Change Programme Monitor',
  owner: 'Change Programme Monitor',
  phaseTag: 'Alpha',
  phase: 'This is a new service, and its pages still change.',
  feedback: 'Say what works and what does not',
  skip: 'Skip to main content',
  errorPrefix: 'Error: ',
  error: 'Error',
  help: 'Help',
  privacy: 'Privacy',
  cookies: 'Cookies',
  accessibility: 'Accessibility',
  supportLinks: 'Support links',
  back: 'Back',
  aboutTheseFigures: 'About these figures',
  managementInformation:
    'Management information from councils’ own records. Not official statistics. Do not quote or publish without the department’s clearance.',
  demonstrationTag: 'Demonstration data.',
  demonstration: (council: string | null) =>
    `The monthly figures were made up so that each year adds up to the council’s published figures. They do not show what happened in ${council ?? 'any council'} in any month.`,
  prePublication:
    'These figures cover the same ground as official statistics not yet published. Your name and the time are recorded each time you open them.',
  demonstrationClock: (clock: string) => `Demonstration clock: ${clock}`,
  clock: (clock: string) => `Time of this page: ${clock}`,
  warning: 'Warning',
  newFigures: 'New figures have arrived. This page now shows them.',
} as const;
