import { ok } from '#domain';
import { columnNames, type IntakeRow, type Workbook } from '#domain/intake';
import { Turns, WorkbookReader } from '../ports/index.js';
import { readBody } from './read-body.js';
import { storedBody } from './stored-body.js';

class CountedTurns extends Turns {
  given = 0;
  give(): Promise<void> {
    this.given += 1;
    return Promise.resolve();
  }
}

const ROWS = 20_000;
const cell = (column: number, text: string) => ({ column, text, kind: 'text' as const });
const line = (number: number, texts: readonly string[]) => ({
  number,
  hidden: false,
  cells: texts.map((text, column) => cell(column, text)),
});
const sheet = (name: string, first: readonly string[]) => ({
  name,
  visibility: 'visible' as const,
  hiddenColumns: [],
  rows: [
    line(1, first),
    ...Array.from({ length: ROWS }, (_, n) =>
      line(n + 2, ['857', '2024-09', 'n_requests', `${n}`]),
    ),
  ],
});
const book: Workbook = {
  sheets: [sheet('Return', ['council', 'period', 'measure', 'value']), sheet('Notes', ['notes'])],
  traces: { pivotCaches: 0, externalLinks: 0, comments: 0, embeddedFiles: 0 },
  texts: [],
};

class OneBook extends WorkbookReader {
  read(): ReturnType<WorkbookReader['read']> {
    return Promise.resolve(ok(book));
  }
}

describe('the first look at a workbook', () => {
  it('gives a turn between two parts of every long step, and answers as if it had been read at once', async () => {
    const turns = new CountedTurns();
    const read = await readBody(
      {
        kind: 'file',
        bytes: new Uint8Array([0x50, 0x4b, 0x03, 0x04]),
        fileName: null,
        announcedLength: null,
      },
      {
        comment: null,
        rules: [],
        councilNamed: false,
        mostRows: null,
        names: columnNames([]),
        workbooks: new OneBook(),
        turns,
      },
    );
    if (read.kind !== 'table') throw new Error(read.kind);
    // The table, the sheet beside it, the guard, and what is kept: each of them in parts.
    expect(turns.given).toBeGreaterThanOrEqual(4 + 19 + 3 + 4);
    expect(read.count).toBe(ROWS);
    const rows: IntakeRow[] = [];
    let largest = 0;
    for await (const part of read.rows.batches()) {
      rows.push(...part);
      largest = Math.max(largest, part.length);
    }
    expect(largest).toBeLessThan(ROWS);
    const kept = storedBody(read.keep, null);
    expect(kept).toMatchObject({
      kind: 'rows',
      table: { columns: ['council', 'period', 'measure', 'value'] },
    });
    expect(kept.kind === 'rows' && kept.table.rows).toEqual(rows);
    expect(rows.at(-1)).toEqual({
      row: ROWS + 1,
      cells: ['857', '2024-09', 'n_requests', `${ROWS - 1}`],
    });
  });
});
