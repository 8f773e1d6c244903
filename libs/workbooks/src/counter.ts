import type { WorkbookLimits } from './limits.js';
import { tooLarge } from './refusal.js';

/** Counts what is kept in memory, and ends the reading at the limit. */
export type Counter = {
  readonly row: () => void;
  readonly cell: () => void;
  readonly string: () => void;
  readonly other: () => void;
};

export const counterFor = ({ rows, cells, others }: WorkbookLimits): Counter => ({
  row: upTo(rows, 'rows'),
  cell: upTo(cells, 'cells'),
  string: upTo(cells, 'texts'),
  other: upTo(others, 'texts and settings beside its cells'),
});

function upTo(most: number, what: string): () => void {
  let counted = 0;
  return () => {
    counted += 1;
    if (counted > most) throw tooLarge(`more than ${most.toLocaleString('en-GB')} ${what}`);
  };
}
