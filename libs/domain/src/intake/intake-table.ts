/**
 * What every channel is turned into before any rule looks at it: a header and rows of text. A CSV file is one; an API
 * call or a form becomes one with the columns of the contract.
 */
export type IntakeTable = {
  readonly columns: readonly string[];
  readonly rows: readonly IntakeRow[];
};

/** `row` is the place in the sender's terms, see `Finding`. */
export type IntakeRow = { readonly row: number; readonly cells: readonly string[] };
