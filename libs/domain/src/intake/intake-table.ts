import type { Finding } from './finding.js';
import type { DateOrder } from './read-period.js';

/**
 * What every channel is turned into before any rule looks at it: a header and rows of text. A CSV file is one; an API
 * call or a form becomes one with the columns of the contract.
 */
export type IntakeTable = {
  readonly columns: readonly string[];
  readonly rows: readonly IntakeRow[];
  /** The names that the columns are read by, where they are not the sender's own. */
  readonly reads?: readonly string[];
  /** In which order its dates write day and month, where all its rows have been looked at before. */
  readonly dateOrder?: DateOrder | null;
  /** The row of the header in the sender's terms, where it is not the first. */
  readonly headerRow?: number;
  /** What was said of the file while it became a table: told with everything else, whenever the rows are checked. */
  readonly remarks?: readonly Finding[];
};

/** `row` is the place in the sender's terms, see `Finding`. */
export type IntakeRow = {
  readonly row: number;
  readonly cells: readonly string[];
  /** The sender's column that the number came from, where each number has a column of its own. */
  readonly column?: string;
  /** How many cells came, and how many columns the header has, where the two differ in such a table. */
  readonly ragged?: { readonly cells: number; readonly columns: number };
};

/** A table before any of its rows is looked at. */
export type TableHead = Omit<IntakeTable, 'rows'>;
