/** What people may meet who make evidence packs. Part of the catalogue of refusals. */
export const PACK_REFUSALS = {
  PACK_TITLE_WRONG: {
    status: 422,
    message: 'This is not a title that we can keep.',
    fix: 'Say in 3 to 120 characters what the pack is.',
  },
  PACK_QUESTION_WRONG: {
    status: 422,
    message: 'This is not a question that we can keep.',
    fix: 'Say in 10 to 1,000 characters what the pack is to help to decide.',
  },
  PACK_NOTE_WRONG: {
    status: 422,
    message: 'This note is too long.',
    fix: 'Say it in at most 1,000 characters, or leave it out.',
  },
  PACK_MEASURES_WRONG: {
    status: 422,
    message: 'A pack has 1 to 12 measures of the programme, each once.',
    fix: 'Choose at most 12 measures. For more, make a second pack.',
  },
  PACK_COUNCILS_WRONG: {
    status: 422,
    message: 'A pack is about councils of the programme, at least one, each once.',
    fix: 'Choose councils of the programme, or all of them.',
  },
  PACK_EMPTY: {
    status: 422,
    message: 'No figure of these measures was known for these councils on that day.',
    fix: 'Choose a later day, or other measures.',
  },
  PACK_DAMAGED: {
    status: 409,
    message: 'This file of the pack is not as it was when the pack was made.',
    fix: 'Tell whoever runs the service. Make the pack again from its manifest.',
  },
} as const;
