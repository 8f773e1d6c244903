import type { Xlsx } from '#testing/workbooks';
import { cells, RETURN } from './planted-books-for-spec.js';

/** A kind of place, as a finding calls it, and a workbook with a text in it: as XML writes it, and as it is. */
export type Place = readonly [string, (x: string, raw: string) => Xlsx];

export const IN_CELLS: readonly Place[] = [
  ['sheet 2 (hidden), cell A3', (_, raw) => ({ sheets: [RETURN, cells(raw)] })],
  [
    'sheet "Notes", cell B3',
    (_, raw) => ({ sheets: [RETURN, { name: 'Notes', rows: [[], [], ['a', raw]] }] }),
  ],
  [
    'sheet 2 (hidden), cell A1',
    (_, raw) => ({ sheets: [RETURN, { name: 'O', state: 'veryHidden', rows: [[raw]] }] }),
  ],
  [
    'sheet 2 (hidden), cell A3',
    (x) => ({
      sheets: [RETURN, cells({ xml: `<c t="inlineStr"><is><r><t>${x}</t></r></is></c>` })],
    }),
  ],
  ['cell A1', (_, raw) => ({ sheets: [{ ...RETURN, rows: [[raw], ...RETURN.rows] }] })],
  [
    'cell F3 (hidden)',
    (_, raw) => ({
      sheets: [
        {
          ...RETURN,
          rows: [...RETURN.rows, ['857', '2024-09', 'n_decisions', 6, '', raw]],
          hiddenRows: [3],
        },
      ],
    }),
  ],
  [
    'row 3 of sheet 2 (hidden), results of formulas',
    (x) => ({
      sheets: [RETURN, cells({ xml: `<c t="str"><f>Z1</f><v>${x}</v></c>` })],
    }),
  ],
  [
    'sheet 2 (hidden), cell A3',
    (x) => ({ sheets: [RETURN, cells({ xml: `<c><f>IF(A1="${x}",1,2)</f><v>1</v></c>` })] }),
  ],
  [
    'cell A3 of sheet 2 (hidden)',
    (x) => ({
      sheets: [
        RETURN,
        cells({ xml: `<c t="inlineStr"><is><t>a</t><rPh><t>${x}</t></rPh></is></c>` }),
      ],
    }),
  ],
  [
    'cell B3 of sheet 2 (hidden), merged',
    (_, raw) => ({
      sheets: [
        RETURN,
        { ...cells('a', raw), after: '<mergeCells><mergeCell ref="A3:B3"/></mergeCells>' },
      ],
    }),
  ],
];
