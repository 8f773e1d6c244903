/** A sheet to be written: the first row is the header. `widths` are those of the columns, in characters. */
export type PackedSheet = {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly widths: readonly number[];
};

/** Packs what was written into files that are not text. */
export abstract class FilePacker {
  /** An .xlsx workbook of one sheet. */
  abstract workbook(sheet: PackedSheet): Uint8Array;
  /** A .zip archive of texts, in this order. */
  abstract archive(parts: readonly (readonly [name: string, text: string])[]): Uint8Array;
}
