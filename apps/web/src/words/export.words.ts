/** The form that asks which figures of a measure are taken home. */
export const exportWords = {
  intro:
    'Every figure of this measure that you see, as a file. Provisional figures are marked; the files for Explore education statistics leave them out.',
  from: 'First month',
  to: 'Last month',
  monthHint: 'For example, 2024-09. Leave empty for no limit.',
  council: 'Council',
  everyCouncil: 'Every council',
  format: 'Kind of file',
  submit: 'Download',
  problem: 'There is a problem',
  faults: {
    month: 'Enter a month such as 2024-09',
    order: 'The last month must not be before the first month',
    council: 'Choose a council of the list',
    format: 'Choose a kind of file',
  },
} as const;
