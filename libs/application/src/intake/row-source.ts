import {
  csvTableReader,
  piecesOf,
  understandColumns,
  type ColumnNames,
  type DateOrder,
  type Encoding,
  type IntakeRow,
  type IntakeTable,
  type TableHead,
  type ValidationRule,
} from '#domain/intake';

import type { Stores, Turns } from '../ports/index.js';

/** The rows of a delivery in parts of some thousands, from the beginning each time that they are asked for. */
export type RowSource = {
  readonly head: TableHead;
  readonly batches: () => AsyncIterable<readonly IntakeRow[]>;
};

/** Pieces of a file, from the beginning each time. */
export type Pieces = () => AsyncIterable<Uint8Array>;

/** How a CSV file is read that has been looked through once. */
export type CsvReading = { readonly encoding: Encoding; readonly dateOrder: DateOrder | null };

/** Rows of a part. */
const PART = 5_000;

/** Rows in parts of some thousands. */
export function* partsOf(rows: readonly IntakeRow[]): Generator<readonly IntakeRow[]> {
  if (rows.length <= PART) yield rows;
  else for (let from = 0; from < rows.length; from += PART) yield rows.slice(from, from + PART);
}

/** A table whose rows are all here, under its head as it was understood. */
export const rowsOfTable = (
  { rows, ...own }: IntakeTable,
  head: TableHead,
  names: ColumnNames,
): RowSource => ({
  head,
  async *batches() {
    await Promise.resolve();
    for (const part of partsOf(rows)) yield understandColumns({ ...own, rows: part }, names).rows;
  },
});

/** Bytes in pieces; whoever else waits comes first between two of them. */
export const piecesInTurn = (bytes: Uint8Array, turns: Turns): Pieces =>
  async function* () {
    for (const piece of piecesOf(bytes)) {
      yield piece;
      if (piece.byteLength < bytes.byteLength) await turns.give();
    }
  };

/** A stored file, piece by piece as it is stored. */
export const storedPieces = (stores: Stores, submissionId: string): Pieces =>
  async function* () {
    for (let n = 0; ; n += 1) {
      const piece = await stores.submissions.payloadPiece(submissionId, n);
      if (!piece) return;
      yield* piecesOf(piece.bytes);
    }
  };

/** A CSV file read piece by piece: never more of it in memory than one piece and its rows. */
export async function rowsOfCsv(
  pieces: Pieces,
  { encoding, dateOrder }: CsvReading,
  how: { readonly names: ColumnNames; readonly rules: readonly ValidationRule[] },
): Promise<RowSource> {
  const { names, rules } = how;
  async function* raw(): AsyncGenerator<{
    columns: readonly string[];
    rows: readonly IntakeRow[];
  }> {
    const reader = csvTableReader(encoding, rules);
    for await (const piece of pieces()) {
      const rows = reader.take(piece);
      yield { columns: reader.columns(), rows };
    }
    yield { columns: reader.columns(), rows: reader.end().rows };
  }
  let columns: readonly string[] = [];
  for await (const part of raw()) {
    columns = part.columns;
    if (columns.length > 0) break;
  }
  const { rows: _, ...head } = understandColumns({ columns, rows: [] }, names);
  return {
    head: { ...head, dateOrder },
    async *batches() {
      for await (const { rows } of raw())
        if (rows.length > 0) yield understandColumns({ columns, rows }, names).rows;
    },
  };
}
