import type { IntakeRow } from './intake-table.js';

/** A row's place in a finding, as far as it is known. */
export type RowPlace = {
  readonly row: IntakeRow;
  readonly councilId: number | null;
  readonly period: string | null;
};
