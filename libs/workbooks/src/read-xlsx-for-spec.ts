import type { Workbook } from '#domain/intake';
import { xlsxOf, type Xlsx } from '#testing/workbooks';
import { readWorkbook } from './read-workbook.js';

/** A workbook that was written, read. */
export async function readXlsx(book: Xlsx): Promise<Workbook> {
  const answer = await readWorkbook(xlsxOf(book));
  if (!answer.ok) throw new Error(`${answer.error.kind}`);
  return answer.value;
}

/** The texts of a sheet, row by row, without its gaps. */
export const cellsOf = ({ sheets }: Workbook, index = 0): string[][] =>
  (sheets[index]?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text));
