/** What people may meet who plan milestones, or give and answer feedback. Part of the catalogue of refusals. */
export const DELIVERY_REFUSALS = {
  NOT_TAKING_PART: {
    status: 422,
    message: 'The council does not test this version of the reform, or has stopped.',
    fix: 'Choose a reform and a version that the council tests, or is going to.',
  },
  MILESTONE_TITLE_WRONG: {
    status: 422,
    message: 'This is not a title that we can keep.',
    fix: 'Say in 3 to 120 characters what is to be done.',
  },
  MILESTONE_DAY_WRONG: {
    status: 422,
    message: 'A milestone cannot be due on this day.',
    fix: 'Choose a day from today to five years from now.',
  },
  MILESTONE_ENDED: {
    status: 409,
    message: 'This milestone is done, or was dropped with its reform.',
    fix: 'Open it to see how it ended.',
  },
  MILESTONE_UNCLEAR: {
    status: 422,
    message: 'This does not say what to record of the milestone.',
    fix: 'Give the evidence that it is done, or a new day with the reason, and not both.',
  },
  MILESTONES_FULL: {
    status: 409,
    message: 'No more can be recorded here.',
    fix: 'A council has at most 500 milestones, and a milestone 50 dates.',
  },
  FEEDBACK_ABOUT_WRONG: {
    status: 422,
    message: 'This is not something that feedback can be about.',
    fix: 'Choose a reform or a measure of the programme, or the service as a whole.',
  },
  FEEDBACK_ANSWERED: {
    status: 409,
    message: 'This feedback has been answered.',
    fix: 'Open it to see the answer.',
  },
  FEEDBACK_EMPTY: {
    status: 422,
    message: 'This says neither an answer nor who looks after it.',
    fix: 'Give an answer, or the role or name of whoever looks after it at DfE.',
  },
  FEEDBACK_FULL: {
    status: 409,
    message: 'No more can be written here.',
    fix: 'A council has at most 200 pieces of feedback that wait, and each at most 50 entries.',
  },
} as const;
