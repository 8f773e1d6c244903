import { rules, type Case } from '../../libs/domain/src/intake/context-for-spec.js';
import { carriedBy, CHANNELS, WHY, type Channel, type Why } from './carried.js';

/**
 * What a channel cannot carry, and why: the rules, each with its cases where it is not all of them (`p2`: its second
 * passing case, `f1`: its first failing one).
 */
type Table = Partial<Record<Channel, Partial<Record<(typeof WHY)[Why], string>>>>;

const casesOf = (cases: (typeof rules)[number]['cases']): readonly (readonly [string, Case])[] => [
  ...cases.passes.map((one, n) => [`p${n + 1}`, one] as const),
  ...cases.fails.map((one, n) => [`f${n + 1}`, one] as const),
];

/** The table as it is: every case that a channel turns down, by reason. */
export function cannotCarry(): Table {
  const table: Table = {};
  for (const channel of CHANNELS)
    for (const [why, words] of Object.entries(WHY)) {
      const turnedDown = rules.flatMap(({ code, cases }) => {
        const all = casesOf(cases);
        const these = all.filter(([, one]) => {
          const carried = carriedBy(channel, one);
          return carried.kind === 'cannot' && carried.why === why;
        });
        const places = these.length < all.length ? ` ${these.map(([at]) => at).join(' ')}` : '';
        return these.length === 0 ? [] : [`${code}${places}`];
      });
      if (turnedDown.length > 0)
        table[channel] = { ...table[channel], [words]: turnedDown.join(', ') };
    }
  return table;
}

export const CANNOT_CARRY: Table = {
  CSV: {
    'it is about sheets, hidden rows or a pivot table beside the table':
      'SHEET_AMBIGUOUS, HIDDEN_CONTENT, SHEET_IGNORED, FORMULA_NOT_VALUE f5',
    'it is sent from the page of a month, and here there is none': 'PERIOD_NOT_EXPECTED',
    'the length of a body is announced in HTTP, which answers before a rule could':
      'FILE_CUT_OFF f2',
  },
  GraphQL: {
    'a row names no council here: the whole call does, once, before any rule':
      'COUNCIL_UNKNOWN f1, COUNCIL_NAME_AMBIGUOUS f1, COUNCIL_NOT_YOURS f1 f2 f3',
    'it is about a file, and this body is none': 'FILE_ALREADY_RECEIVED f1',
    'it is about columns, and here there are none of the sender’s own':
      'FILE_EMPTY f2, FILE_TOO_LARGE f1, COLUMN_MISSING, COLUMN_REPEATED, ' +
      'COLUMN_IGNORED f1 f2, ROW_RAGGED f1, PERSONAL_DATA_IDENTIFIER p3 f5 f6, ' +
      'PERSONAL_DATA_NAME_AND_BIRTH p2 f1 f2 f3, MEASURE_VERSION_ENDED f1',
    'it is about sheets, hidden rows or a pivot table beside the table':
      'SHEET_AMBIGUOUS, HIDDEN_CONTENT, SHEET_IGNORED, FORMULA_NOT_VALUE f5',
    'it is about the bytes of a CSV file': 'FILE_UNREADABLE f1, FILE_CUT_OFF f1 f3',
    'it is sent from the page of a month, and here there is none': 'PERIOD_NOT_EXPECTED',
    'the length of a body is announced in HTTP, which answers before a rule could':
      'FILE_CUT_OFF f2',
    'the schema has four kinds of reason, and takes no other word': 'REVISION_NEEDS_REASON f2',
  },
  JSON: {
    'it is about a file, and this body is none': 'FILE_ALREADY_RECEIVED f1',
    'it is about columns, and here there are none of the sender’s own':
      'FILE_EMPTY f2, FILE_TOO_LARGE f1, COLUMN_MISSING, COLUMN_REPEATED, ' +
      'COLUMN_IGNORED f1 f2, ROW_RAGGED f1, PERSONAL_DATA_IDENTIFIER p3 f5 f6, ' +
      'PERSONAL_DATA_NAME_AND_BIRTH p2 f1 f2 f3, MEASURE_VERSION_ENDED f1',
    'it is about sheets, hidden rows or a pivot table beside the table':
      'SHEET_AMBIGUOUS, HIDDEN_CONTENT, SHEET_IGNORED, FORMULA_NOT_VALUE f5',
    'it is about the bytes of a CSV file': 'FILE_UNREADABLE f1, FILE_CUT_OFF f1 f3',
    'it is sent from the page of a month, and here there is none': 'PERIOD_NOT_EXPECTED',
    'the length of a body is announced in HTTP, which answers before a rule could':
      'FILE_CUT_OFF f2',
  },
  form: {
    'an empty box is not sent': 'VALUE_MISSING f1',
    'it is about a file, and this body is none': 'FILE_ALREADY_RECEIVED f1',
    'it is about columns, and here there are none of the sender’s own':
      'FILE_EMPTY f2, FILE_TOO_LARGE f1, COLUMN_MISSING, COLUMN_REPEATED, ' +
      'COLUMN_IGNORED f1 f2, ROW_RAGGED f1, PERSONAL_DATA_IDENTIFIER p3 f5 f6, ' +
      'PERSONAL_DATA_NAME_AND_BIRTH p2 f1 f2 f3, MEASURE_VERSION_ENDED f1',
    'it is about sheets, hidden rows or a pivot table beside the table':
      'SHEET_AMBIGUOUS, HIDDEN_CONTENT, SHEET_IGNORED, FORMULA_NOT_VALUE f5',
    'it is about the bytes of a CSV file': 'FILE_UNREADABLE f1, FILE_CUT_OFF f1 f3',
    'the form asks for at least one number': 'FILE_EMPTY f1',
    'the form asks for the boxes of the council, and for no measure, part or other box':
      'FORMULA_NOT_VALUE f2, PERSONAL_DATA_ROW_LEVEL f1, MEASURE_UNKNOWN, ' +
      'MEASURE_NEEDS_BOXES, MEASURE_NOT_ASKED f1 f2, BREAKDOWN_UNKNOWN, ' +
      'CELL_TWICE_SAME p2, CELL_TWICE_DIFFERENT f2, VALUE_MISSING f2, ' +
      'VALUE_PERCENT_SENT p1 p3 f3, VALUE_SUPPRESSED f6, SHARED_NUMBER_DIFFERS, ' +
      'BREAKDOWN_SUM',
    'the form has one box for a figure':
      'PERSONAL_DATA_ROW_LEVEL p1, CELL_TWICE_SAME f1, CELL_TWICE_DIFFERENT p2 f1',
    'the form is of one council, and names none':
      'COUNCIL_UNKNOWN f1, COUNCIL_CODE_NOT_VALID_THEN f1 f2, ' +
      'COUNCIL_NAME_AMBIGUOUS f1, COUNCIL_NOT_YOURS f1 f2 f3',
    'the form is of one month, and asks for none':
      'FORMULA_NOT_VALUE f3, PERIOD_UNKNOWN p2 p3 p4 p5 p6 f1 f2 f3 f4 f5 f6 f7 f8, ' +
      'PERIOD_DATE_AMBIGUOUS, PERIOD_NOT_EXPECTED p2 f1',
    'the form sends a number or what stands instead of it, never both': 'STATE_NOT_ALLOWED p3 f3',
    'the length of a body is announced in HTTP, which answers before a rule could':
      'FILE_CUT_OFF f2',
  },
  'page file': {
    'it is about sheets, hidden rows or a pivot table beside the table':
      'SHEET_AMBIGUOUS, HIDDEN_CONTENT, SHEET_IGNORED, FORMULA_NOT_VALUE f5',
    'the length of a body is announced in HTTP, which answers before a rule could':
      'FILE_CUT_OFF f2',
  },
  workbook: {
    'it is about the bytes of a CSV file': 'FILE_UNREADABLE f1, FILE_CUT_OFF f1 f3',
    'it is sent from the page of a month, and here there is none': 'PERIOD_NOT_EXPECTED',
    'the length of a body is announced in HTTP, which answers before a rule could':
      'FILE_CUT_OFF f2',
    'the table of a sheet ends with its last column that has a name':
      'FILE_TOO_LARGE f1, ROW_RAGGED f1',
  },
};
