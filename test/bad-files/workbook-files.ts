import {
  relationship,
  relationshipsPart,
  xlsxEntries,
  xlsxOf,
  zipOf,
  type Xlsx,
} from '#testing/workbooks';

import type { BadFile } from './text-files.js';

const book = (more: Partial<Xlsx> = {}, rows: Xlsx['sheets'][number]['rows'] = ROWS): Uint8Array =>
  xlsxOf({ sheets: [{ name: 'September', rows }], ...more });
const ROWS = [
  ['council', 'period', 'measure', 'value'],
  ['857', '2024-09', 'n_requests', 6],
];

const bomb = (): Uint8Array =>
  zipOf([
    ...xlsxEntries({ sheets: [{ name: 'September', rows: ROWS }] }),
    { name: 'xl/media/image1.xml', bytes: Buffer.alloc(400_000_000, 32) },
  ]);

export const AS_WORKBOOKS: readonly BadFile[] = [
  {
    what: 'a workbook that unpacks to 400 MB',
    bytes: bomb,
    code: 'FILE_TOO_LARGE',
    accepted: 0,
    kept: 0,
  },
  {
    what: 'a workbook that lies about its size',
    bytes: () =>
      zipOf(
        xlsxEntries({ sheets: [{ name: 'September', rows: ROWS }] }).map((entry) => ({
          ...entry,
          announced: 10,
        })),
      ),
    code: 'FILE_UNREADABLE',
    accepted: 0,
    kept: 0,
  },
  {
    what: 'an external link',
    bytes: () =>
      book({
        relationships: relationship('e1', 'externalLink', 'externalLinks/externalLink1.xml'),
        parts: {
          'xl/externalLinks/externalLink1.xml':
            '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook/></externalLink>',
          'xl/externalLinks/_rels/externalLink1.xml.rels': relationshipsPart(
            relationship('r1', 'externalLinkPath', 'file:///old.xlsx', 'External'),
          ),
        },
      }),
    code: 'HIDDEN_CONTENT',
    accepted: 1,
  },
  {
    what: 'a header in merged cells',
    bytes: () =>
      xlsxOf({
        sheets: [
          {
            name: 'September',
            rows: [['council', null, 'measure', 'value'], ROWS[1] ?? []],
            after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
          },
        ],
      }),
    code: 'COLUMN_MISSING',
    accepted: 0,
  },
  {
    what: 'a month as a date of Excel',
    bytes: () =>
      book({ formats: ['mmm yyyy'] }, [
        ROWS[0] ?? [],
        ['857', { xml: '<c s="1"><v>45536</v></c>' }, 'n_requests', 6],
      ]),
    code: null,
    accepted: 1,
  },
  {
    what: 'a month as a bare serial number',
    bytes: () => book({}, [ROWS[0] ?? [], ['857', 45536, 'n_requests', 6]]),
    code: 'PERIOD_UNKNOWN',
    accepted: 0,
  },
  {
    what: 'a hidden sheet',
    bytes: () =>
      xlsxOf({
        sheets: [
          { name: 'September', rows: ROWS },
          { name: 'Old', state: 'hidden', rows: [['x']] },
        ],
      }),
    code: 'HIDDEN_CONTENT',
    accepted: 1,
  },
  {
    what: 'a number that is a formula',
    bytes: () =>
      book({}, [
        ROWS[0] ?? [],
        ['857', '2024-09', 'n_requests', { xml: '<c><f>2*3</f><v>6</v></c>' }],
      ]),
    code: 'FORMULA_NOT_VALUE',
    accepted: 0,
  },
  {
    what: 'half a workbook',
    bytes: () => book().slice(0, 900),
    code: 'FILE_CUT_OFF',
    accepted: 0,
    kept: 0,
  },
  {
    what: 'an older workbook, or one with a password',
    bytes: () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_000, '0'), 'hex'),
    code: 'FILE_UNREADABLE',
    accepted: 0,
    kept: 0,
  },
];
