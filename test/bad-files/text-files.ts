/** What a bad file becomes: the code that is told first (null: nothing is), how many figures are in, by the file's rows. */
export type BadFile = {
  readonly what: string;
  readonly bytes: () => Uint8Array;
  readonly code: string | null;
  readonly accepted: number;
  /** How many bodies are kept; one unless the file could not be read, or was refused unseen. */
  readonly kept?: number;
};

const HEADER = 'council,period,measure,value';
export const GOOD = `${HEADER}\n857,2024-09,n_requests,6\n`;
const text = (sent: string): Uint8Array => Buffer.from(sent);
const wide = (sent: string, { big = false, marked = true } = {}): Uint8Array => {
  const bytes = Buffer.from(marked ? `\ufeff${sent}` : sent, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

export const AS_TEXT: readonly BadFile[] = [
  { what: 'UTF-16, little end first, marked', bytes: () => wide(GOOD), code: null, accepted: 1 },
  {
    what: 'UTF-16, big end first, marked',
    bytes: () => wide(GOOD, { big: true }),
    code: null,
    accepted: 1,
  },
  {
    what: 'UTF-16, little end first, unmarked',
    bytes: () => wide(GOOD, { marked: false }),
    code: 'FILE_UNREADABLE',
    accepted: 0,
    kept: 0,
  },
  {
    what: 'UTF-16, big end first, unmarked',
    bytes: () => wide(GOOD, { big: true, marked: false }),
    code: 'FILE_UNREADABLE',
    accepted: 0,
    kept: 0,
  },
  { what: 'UTF-8 with its mark', bytes: () => text(`\ufeff${GOOD}`), code: null, accepted: 1 },
  {
    what: 'Windows-1252',
    bytes: () =>
      Buffer.from(`${HEADER},comment\n857,2024-09,n_requests,6,caf\xe9 \x96 moved\n`, 'latin1'),
    code: null,
    accepted: 1,
  },
  { what: 'semicolons', bytes: () => text(GOOD.replaceAll(',', ';')), code: null, accepted: 1 },
  { what: 'tabs', bytes: () => text(GOOD.replaceAll(',', '\t')), code: null, accepted: 1 },
  {
    what: 'a lone carriage return at each line end',
    bytes: () => text(GOOD.replaceAll('\n', '\r')),
    code: null,
    accepted: 1,
  },
  {
    what: 'a quoted line break in a comment',
    bytes: () => text(`${HEADER},comment\r\n857,2024-09,n_requests,6,"two\r\nlines"\r\n`),
    code: null,
    accepted: 1,
  },
  {
    what: 'a decimal comma',
    bytes: () => text(`${HEADER}\n857,2024-09,n_hn_spend_ytd,"1234,5"\n`),
    code: 'VALUE_NOT_A_NUMBER',
    accepted: 0,
  },
  {
    what: 'a decimal comma between semicolons',
    bytes: () => text('council;period;measure;value\n857;2024-09;n_hn_spend_ytd;1234,5\n'),
    code: 'VALUE_NOT_A_NUMBER',
    accepted: 0,
  },
  {
    what: 'a date as a serial number',
    bytes: () => text(`${HEADER}\n857,45536,n_requests,6\n`),
    code: 'PERIOD_UNKNOWN',
    accepted: 0,
  },
  {
    what: 'a formula',
    bytes: () => text(`${HEADER}\n857,2024-09,n_requests,=2*3\n`),
    code: 'FORMULA_NOT_VALUE',
    accepted: 0,
  },
  {
    what: '10,000 columns',
    bytes: () => text(`${HEADER}${',x'.repeat(9_996)}\n857,2024-09,n_requests,6\n`),
    code: 'FILE_TOO_LARGE',
    accepted: 0,
    kept: 0,
  },
  {
    what: 'a NUL byte in a comment',
    bytes: () => text(`${HEADER},comment\n857,2024-09,n_requests,6,a\u0000b\n`),
    code: 'FILE_UNREADABLE',
    accepted: 0,
    kept: 0,
  },
  {
    what: 'a quote that nobody closes',
    bytes: () => text(`${HEADER}\n857,2024-09,n_requests,"6\n`),
    code: 'FILE_CUT_OFF',
    accepted: 0,
    kept: 0,
  },
  {
    what: 'a cell of 20,000 characters',
    bytes: () => text(`${HEADER},comment\n857,2024-09,n_requests,6,${'late '.repeat(4_000)}\n`),
    code: 'FILE_TOO_LARGE',
    accepted: 0,
    kept: 0,
  },
  {
    what: 'a code from before a merger',
    bytes: () => text(GOOD.replace('857', 'E10000006')),
    code: 'COUNCIL_NOT_YOURS',
    accepted: 0,
  },
  {
    what: '49 MB of quotes',
    bytes: () => Buffer.alloc(49_000_000, 34),
    code: 'FILE_TOO_LARGE',
    accepted: 0,
    kept: 0,
  },
  { what: 'nothing at all', bytes: () => text(''), code: 'FILE_EMPTY', accepted: 0, kept: 0 },
  {
    what: 'a page of the web',
    bytes: () => text('<!DOCTYPE html><html><body>Sign in</body></html>'),
    code: 'FILE_EMPTY',
    accepted: 0,
    kept: 0,
  },
  {
    what: 'a picture',
    bytes: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    code: 'FILE_UNREADABLE',
    accepted: 0,
    kept: 0,
  },
  {
    what: 'a PDF',
    bytes: () => Buffer.from('255044462d312e370a25b5b5b5b50a31203020', 'hex'),
    code: 'FILE_UNREADABLE',
    accepted: 0,
    kept: 0,
  },
  {
    what: 'the code of a district',
    bytes: () => text(GOOD.replace('857', 'E07000136')),
    code: 'COUNCIL_UNKNOWN',
    accepted: 0,
  },
  {
    what: 'the file of another council',
    bytes: () => text(GOOD.replace('857', '856')),
    code: 'COUNCIL_NOT_YOURS',
    accepted: 0,
  },
  {
    what: 'a month before the council joined',
    bytes: () => text(GOOD.replace('2024-09', '2022-12')),
    code: 'COUNCIL_LEFT_PROGRAMME',
    accepted: 0,
  },
];
