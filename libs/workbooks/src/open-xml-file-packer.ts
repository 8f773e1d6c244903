import { FilePacker, type PackedSheet } from '#application/ports';
import { writeWorkbook } from './write/write-workbook.js';
import { writeZip } from './write/write-zip.js';

/** Workbooks in the Open XML form, and archives, written by the one writer of both. */
export class OpenXmlFilePacker extends FilePacker {
  override workbook(sheet: PackedSheet): Uint8Array {
    return writeWorkbook(sheet);
  }

  override archive(parts: readonly (readonly [name: string, text: string])[]): Uint8Array {
    return writeZip(parts);
  }
}
