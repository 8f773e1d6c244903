/** What people may meet who do something about an alert. Part of the catalogue of refusals. */
export const ALERT_REFUSALS = {
  BACK_TEST_UNDER_WAY: {
    status: 409,
    message: 'You have another back-test under way.',
    fix: 'Wait until it is done, or stop it.',
  },
  ALERT_NOT_OPEN: {
    status: 409,
    message: 'This alert is no longer open.',
    fix: 'Open it to see how it ended.',
  },
  ALERT_NOT_CLEARED: {
    status: 409,
    message: 'This alert has not cleared, so it cannot be closed.',
    fix: 'It clears by figures. A finding to look at can be closed earlier by a DfE analyst who accepts an explanation until a review.',
  },
  ALERT_CLOSED: {
    status: 409,
    message: 'This alert is closed.',
    fix: 'Reopen it with a reason, then say more.',
  },
  ALERT_NOT_CLOSED: {
    status: 409,
    message: 'This alert is not closed.',
    fix: 'Open it to see what stands.',
  },
  REOPEN_TOO_LATE: {
    status: 409,
    message: 'This alert was closed more than 90 days ago.',
    fix: 'If the figures are in trouble again, a new alert opens.',
  },
  ACTION_NOT_OPEN: {
    status: 409,
    message: 'There is no open action of this number in the plan.',
    fix: 'Open the alert to see its plan.',
  },
  ACTION_DAY_WRONG: {
    status: 422,
    message: 'An action cannot be due on this day.',
    fix: 'Choose a day from today to two years from now.',
  },
  REVIEW_DAY_WRONG: {
    status: 422,
    message: 'An explanation cannot be accepted until this day.',
    fix: 'Choose a day from tomorrow to a year from now.',
  },
  NO_PLAN: {
    status: 409,
    message: 'There is no recovery plan to agree.',
    fix: 'A plan has at least one action; add one.',
  },
  NAME_WRONG: {
    status: 422,
    message: 'This is not a role or a name that we can keep.',
    fix: 'Give a role or the name of somebody at work, in 2 to 80 characters.',
  },
  GROUND_MISSING: {
    status: 422,
    message: 'You did not say whether the alert was useful, or why it was not.',
    fix: 'Choose whether it was useful; if it was not, choose why.',
  },
  FOLLOW_UP_FULL: {
    status: 409,
    message: 'No more of this can be written on this alert.',
    fix: 'An alert takes 200 comments, 20 actions and 300 entries in all.',
  },
  RULE_CHANGED: {
    status: 409,
    message: 'Somebody else has saved this rule since you opened it.',
    fix: 'Look at the newest version, then save yours on top of it; nothing is lost, every version is kept.',
  },
  RULE_NOT_SWITCHED: {
    status: 409,
    message: 'There is nothing to switch: this rule stands as you ask.',
    fix: 'Open the rule to see what is in force.',
  },
  RULES_FULL: {
    status: 409,
    message: 'There are 200 rules, or 500 versions of this rule, which is the most.',
    fix: 'Change a rule that is there, or write a new rule in its place.',
  },
  SILENCE_ABOUT_NOTHING: {
    status: 422,
    message: 'A silence has to be about something.',
    fix: 'Choose a rule, a measure, a council or a partnership.',
  },
  SILENCE_PART_UNKNOWN: {
    status: 422,
    message: 'The programme has none of this name.',
    fix: 'Choose one from the list, or leave it out.',
  },
  SILENCE_FROM_WRONG: {
    status: 422,
    message: 'A silence cannot begin on this day.',
    fix: 'Choose a day from today to 90 days from now.',
  },
  SILENCE_UNTIL_WRONG: {
    status: 422,
    message: 'A silence cannot last until this day.',
    fix: 'Choose a last day from its first day on, at most 90 days in all.',
  },
  SILENCE_NOT_STANDING: {
    status: 409,
    message: 'This silence has ended.',
    fix: 'Open the list to see which stand.',
  },
  TOO_MANY_SILENCES: {
    status: 409,
    message: 'There are 200 silences, and no more can stand at once.',
    fix: 'End one that is no longer needed.',
  },
} as const;
