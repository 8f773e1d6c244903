import type { CountingList } from '#domain/metrics';

export type ListRow = { readonly row: number; readonly cells: readonly string[] };
export type LeftRow = {
  readonly row: number;
  readonly kind: 'no-date' | 'no-answer' | 'empty' | 'before' | 'after-month';
  readonly column: string;
  readonly other?: string;
};

export function readDay(text: string): number | null;
export function readText(bytes: Uint8Array): string;
export function readList(text: string): {
  readonly columns: readonly string[];
  readonly rows: readonly ListRow[];
};
export function proposeColumns(columns: readonly string[], list: CountingList): readonly number[];
export function countList(asked: {
  readonly list: CountingList;
  readonly rows: readonly ListRow[];
  readonly places: readonly number[];
  readonly month: string;
}): {
  readonly boxes: readonly { readonly box: string; readonly count: number }[];
  readonly notCounted: readonly string[];
  readonly left: readonly LeftRow[];
  readonly rows: number;
};
export function writeReturn(asked: {
  readonly council: string;
  readonly month: string;
  readonly boxes: readonly { readonly code: string; readonly label: string }[];
  readonly counts: ReadonlyMap<string, number>;
}): string;
