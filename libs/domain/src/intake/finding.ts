export type Severity = 'block' | 'warn' | 'note';

/**
 * What a rule said of a file, a row or a figure. `row` and `column` are the place in the sender's own terms (row 1 of a
 * file is its header; in an API call rows count from 1; on the form the row is the box's number). The message never
 * repeats the place, so that it is the same by every channel. `value` is as sent; personal-data rules leave it null.
 */
export type Finding = {
  readonly code: string;
  readonly ruleVersion: number;
  readonly severity: Severity;
  /** What is not accepted because of a block: everything, the rows named, or nothing (warn, note). */
  readonly scope: 'file' | 'row' | 'value';
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
  readonly fix: string;
  /** The figure concerned, where it was recognised. */
  readonly councilId: number | null;
  readonly metric: string | null;
  readonly period: string | null;
  /** Of a warning: why the figure is right all the same, in the sender's words. */
  readonly explanation: string | null;
};
