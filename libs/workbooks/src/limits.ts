/** What a workbook may cost. Counted while it is read: nothing that the file says of itself is believed. */
export type WorkbookLimits = {
  /** Entries of the archive. */
  readonly entries: number;
  /** Bytes of all parts together, unpacked. */
  readonly unpackedBytes: number;
  /** How many times its own size a file may unpack to. */
  readonly ratio: number;
  /** Rows with a text, of all sheets together. */
  readonly rows: number;
  /** Cells with a text, and values of pivot caches, together; and again as many shared strings. */
  readonly cells: number;
  /** Everything else that is kept: texts that are no cells, merged ranges, styles, sheets. */
  readonly others: number;
};

export const LIMITS: WorkbookLimits = {
  entries: 10_000,
  unpackedBytes: 250_000_000,
  ratio: 100,
  rows: 1_000_000,
  cells: 5_000_000,
  others: 2_000_000,
};
