import { WorkbookReader, type Turns } from '#application/ports';
import { LIMITS } from './limits.js';
import { readWorkbook } from './read-workbook.js';

/** Workbooks in the Open XML form: .xlsx, and .xlsm without its programs. */
export class OpenXmlWorkbookReader extends WorkbookReader {
  override read(bytes: Uint8Array, turns: Turns): ReturnType<WorkbookReader['read']> {
    return readWorkbook(bytes, LIMITS, turns);
  }
}
