import type { WorkbookLimits } from './limits.js';
import { tooLarge } from './refusal.js';

/** Counts what is kept in memory, and ends the reading at the limit. */
export type Counter = { readonly row: () => void; readonly cell: () => void };

const said = (n: number): string => n.toLocaleString('en-GB');

export function counterFor(limits: WorkbookLimits): Counter {
  let [rows, cells] = [0, 0];
  return {
    row: () => {
      rows += 1;
      if (rows > limits.rows) throw tooLarge(`more than ${said(limits.rows)} rows`);
    },
    cell: () => {
      cells += 1;
      if (cells > limits.cells) throw tooLarge(`more than ${said(limits.cells)} cells`);
    },
  };
}
