import { WorkbookReader } from '#application/ports';
import { readWorkbook } from './read-workbook.js';

/** Workbooks in the Open XML form: .xlsx, and .xlsm without its programs. */
export class OpenXmlWorkbookReader extends WorkbookReader {
  override read(bytes: Uint8Array): ReturnType<WorkbookReader['read']> {
    return readWorkbook(bytes);
  }
}
