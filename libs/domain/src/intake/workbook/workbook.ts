/**
 * A workbook as it was read, whole: its sheets cell by cell, and every other text that its file holds. Columns count from
 * 0, rows as the sender sees them, from 1. Cells and rows without a text are left out.
 */
export type Workbook = {
  readonly sheets: readonly WorkbookSheet[];
  readonly traces: WorkbookTraces;
  readonly texts: readonly WorkbookText[];
};

export type WorkbookSheet = {
  readonly name: string;
  /** `veryHidden`: cannot be shown by a menu, only by a program. */
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** In order, each number once. */
  readonly rows: readonly WorkbookRow[];
  /** From and to, both included. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
};

export type WorkbookRow = {
  readonly number: number;
  readonly hidden: boolean;
  /** In order, each column once. */
  readonly cells: readonly WorkbookCell[];
};

/**
 * `text` as the sender sees it where that matters: a number in plain decimals, a percentage as `75%`, a date as
 * `2024-09-01`, a formula as itself (`=SUM(B2:B9)`), never as its remembered result.
 */
export type WorkbookCell = {
  readonly column: number;
  readonly text: string;
  readonly kind: 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error' | 'formula';
};

/** How many there are of what a sender may not know to be in the file; hidden sheets and rows show themselves. */
export type WorkbookTraces = {
  readonly pivotCaches: number;
  readonly externalLinks: number;
  readonly comments: number;
  readonly embeddedFiles: number;
};

/**
 * Texts that stand together in one place that is no cell: one alone, a record of a pivot cache, the attributes of an
 * element. `heads`: they name columns or fields. The place never holds a text of the sender's.
 */
export type WorkbookText = {
  readonly place: string;
  readonly texts: readonly string[];
  readonly heads: boolean;
};

/**
 * Why a file is not a workbook that we take. `cut-off`: it ends before its end. `too-large`: `size` says how, in words
 * for the sender.
 */
export type WorkbookFault =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'too-large'; readonly size: string };
