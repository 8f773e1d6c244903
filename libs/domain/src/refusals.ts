import { ALERT_REFUSALS } from './alert-refusals.js';
import { DELIVERY_REFUSALS } from './delivery-refusals.js';
import { PACK_REFUSALS } from './pack-refusals.js';

/**
 * The catalogue of refusals: every expected failure that an outsider can meet, with one sentence that says what
 * happened and one that says what to do. The same codes serve pages, REST and GraphQL; `status` is REST's.
 */
export const REFUSALS = {
  NOT_SIGNED_IN: {
    status: 401,
    message: 'You are not signed in, or your token has ended.',
    fix: 'Sign in again, or send a token in the Authorization header: "Bearer …".',
  },
  KEY_EXPIRED: {
    status: 401,
    message: 'This key has expired.',
    fix: 'Ask an approver of your council for a new one: they make it on the page "Connect a system".',
  },
  KEY_REVOKED: {
    status: 401,
    message: 'This key was revoked.',
    fix: 'Ask an approver of your council why, and for a new one.',
  },
  KEY_NOT_FOR_THIS: {
    status: 403,
    message: 'This key was not made for that.',
    fix: 'Ask an approver of your council for a key that may do it: they choose so when they make it.',
  },
  NOT_ALLOWED: {
    status: 403,
    message: 'Your role cannot do this.',
    fix: 'Ask somebody with the right role, or choose another organisation.',
  },
  COUNCIL_NOT_YOURS: {
    status: 403,
    message: 'These figures are for another council.',
    fix: 'You can only send for your own council.',
  },
  NOT_FOUND: {
    status: 404,
    message: 'There is nothing here that you can see.',
    fix: 'Check the address or the reference.',
  },
  FILE_NOT_KEPT: {
    status: 404,
    message:
      'We kept nothing of what was sent here: it may have held data about a person, or could not be read.',
    fix: 'The findings say what it was and where. Your own copy is the only one.',
  },
  BODY_UNREADABLE: {
    status: 400,
    message: 'We could not read what was sent.',
    fix: 'Check that the body is what its type says it is, and complete.',
  },
  NOT_A_MONTH_SO_FAR: {
    status: 422,
    message: 'Only the running month of one council can be sent as the month so far.',
    fix: 'Send figures of a month that has ended without "monthSoFar": they are its return. A month so far has at most 1,000 rows.',
  },
  TYPE_NOT_TAKEN: {
    status: 415,
    message: 'We do not take this type of file.',
    fix: 'Send text/csv, an .xlsx workbook, application/json, or a form with one file.',
  },
  TOO_LARGE: {
    status: 413,
    message: 'This is larger than we can take.',
    fix: 'Send at most 50 MB and 1,000,000 rows.',
  },
  EXPORT_TOO_LARGE: {
    status: 422,
    message: 'This export has more than 60,000 rows.',
    fix: 'Ask for fewer periods with "from" and "to", and put the parts together.',
  },
  QUESTION_UNREADABLE: {
    status: 400,
    message: 'We could not read the dates that were asked for.',
    fix: 'Write "from" and "to" as days, for example 2024-09-01, and "asKnownAt" as a day or a moment, for example 2025-01-15T12:00:00Z.',
  },
  IDEMPOTENCY_KEY_IN_FLIGHT: {
    status: 409,
    message: 'The first send of this key is still being worked on.',
    fix: 'Send it again in a few seconds; sending twice does no harm.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    message: 'This key has been used with other figures.',
    fix: 'Use a new key for new figures; the old answer stays.',
  },
  FILE_REFUSED: {
    status: 422,
    message: 'The file was refused as a whole. Nothing was saved as figures.',
    fix: 'Correct what is listed, then send it again.',
  },
  ATOMIC_REFUSED: {
    status: 422,
    message:
      'Some figures cannot be accepted, and you asked for all or nothing. Nothing was written.',
    fix: 'Mend the figures that the findings name, or send with mode "partial".',
  },
  CANNOT_APPROVE_OWN: {
    status: 403,
    message: 'Figures are approved by another person than the one who sent them.',
    fix: 'Ask another approver of your council.',
  },
  NOTHING_TO_APPROVE: {
    status: 409,
    message: 'This submission has no figures that wait for approval.',
    fix: 'Open the return to see what stands.',
  },
  NOTHING_TO_WITHDRAW: {
    status: 409,
    message: 'This submission has no figures that stand and could be withdrawn.',
    fix: 'Open the return to see what stands and where it came from.',
  },
  NOTHING_TO_IMPORT: {
    status: 409,
    message: 'This file does not wait for a confirmation.',
    fix: 'Its page says what became of it; upload the file again if it expired.',
  },
  PUBLICATION_DAY_WRONG: {
    status: 422,
    message: 'The day of publication is not a day, or has not come yet.',
    fix: 'Give the day on which these figures were published, for example 26 6 2025.',
  },
  NOTHING_TO_ERASE: {
    status: 409,
    message: 'There is no file and there are no words here to erase.',
    fix: 'A figure itself is never erased: its council corrects it, or withdraws the submission.',
  },
  WARNINGS_UNEXPLAINED: {
    status: 409,
    message: 'Some figures came with a warning that nobody has explained yet.',
    fix: 'Say beside each warning what happened, or send the right figure; then approve.',
  },
  FINDING_NOT_OPEN: {
    status: 409,
    message: 'This is not a warning that waits for an explanation.',
    fix: 'Open the receipt to see what stands.',
  },
  WORDS_TOO_SHORT: {
    status: 422,
    message: 'The explanation is too short.',
    fix: 'Say in a few words what happened, in 10 characters or more.',
  },
  WORDS_TOO_LONG: {
    status: 422,
    message: 'The explanation is too long.',
    fix: 'Say what happened in 1,000 characters or fewer.',
  },
  WORDS_ABOUT_A_PERSON: {
    status: 422,
    message: 'These words may describe one person. They were not kept.',
    fix: 'Write about the service, not about a child.',
  },
  ...ALERT_REFUSALS,
  ...DELIVERY_REFUSALS,
  ...PACK_REFUSALS,
  MONTH_NOT_OWED: {
    status: 409,
    message: 'The council was not in the programme in this month, so no return is owed for it.',
    fix: 'Choose a month in which the council was in the programme.',
  },
  MONTH_CLOSED: {
    status: 409,
    message: 'A month that this is about is closed for changes.',
    fix: 'Ask for the closed month to be opened for a while.',
  },
  MONTH_NOT_CLOSED: {
    status: 409,
    message: 'This month is still open for changes.',
    fix: 'Send the figures; a revision needs a reason.',
  },
  EXTENSION_DAY_WRONG: {
    status: 422,
    message: 'This day cannot be the new due day.',
    fix: 'Choose a day that has not passed, after the day the return is due and at most 20 working days later.',
  },
  EXCEPTION_DAY_WRONG: {
    status: 422,
    message: 'A closed month cannot be open until this day.',
    fix: 'Choose a day from today to 30 days from now.',
  },
  REQUEST_WAITING: {
    status: 409,
    message: 'A request like this waits for an answer already.',
    fix: 'Wait for the answer; the page of the return shows it.',
  },
  REQUEST_ANSWERED: {
    status: 409,
    message: 'This request has been answered.',
    fix: 'Open it to see the answer.',
  },
  LIMITS_STAND: {
    status: 422,
    message: 'The limits of this series cannot be changed in this way.',
    fix: 'New limits begin after the first figure, where a process is known to have changed, or where the last 8 figures or more are special in one direction and the cause is known. A baseline needs 13 to 24 figures from its first day on.',
  },
  TOO_MANY_KEYS: {
    status: 409,
    message: 'Your council has 10 keys that work, which is the most that it can have.',
    fix: 'Revoke one that is no longer needed, then make the new one.',
  },
  KEY_ENDED: {
    status: 409,
    message: 'This key no longer works, so there is nothing to replace or revoke.',
    fix: 'Make a new key.',
  },
  KEY_SHOWN_ONCE: {
    status: 409,
    message: 'This key was made already, and a key is shown only once.',
    fix: 'If you did not copy it, replace it by a new one.',
  },
  ADDRESS_WRONG: {
    status: 422,
    message: 'This is not an address to which we can send.',
    fix: 'Give one email address, such as team@council.gov.uk, or an https address without a user name or password in it.',
  },
  SUBSCRIPTION_STANDS: {
    status: 409,
    message: 'Messages go to this address already.',
    fix: 'Remove it first if its secret was lost, then add it again.',
  },
  TOO_MANY_SUBSCRIPTIONS: {
    status: 409,
    message: 'Messages go to 20 addresses already, which is the most.',
    fix: 'Remove one that is no longer needed, then add the new one.',
  },
  TOO_MANY: {
    status: 429,
    message: 'Too many requests in a short time.',
    fix: 'Wait for the time in the Retry-After header and send again.',
  },
  DATABASE_AWAY: {
    status: 503,
    message: 'The service cannot reach its database at the moment. Nothing was saved.',
    fix: 'Send it again in a few seconds; sending twice does no harm.',
  },
} as const;

export type RefusalCode = keyof typeof REFUSALS;
export type Refusal = {
  readonly code: RefusalCode;
  readonly message: string;
  readonly fix: string;
};

/** A refusal in the catalogue's words. */
export const refusal = (code: RefusalCode): Refusal => ({
  code,
  message: REFUSALS[code].message,
  fix: REFUSALS[code].fix,
});
