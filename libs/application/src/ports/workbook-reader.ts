import type { Result } from '#domain';
import type { Workbook, WorkbookFault } from '#domain/intake';

/** Opens the bytes of a workbook. Bounded in memory and time whatever the bytes are; gives way to other work meanwhile. */
export abstract class WorkbookReader {
  abstract read(bytes: Uint8Array): Promise<Result<Workbook, WorkbookFault>>;
}
