import type { Result } from '#domain';
import type { Workbook, WorkbookFault } from '#domain/intake';
import type { Turns } from './turns.js';

/** Opens the bytes of a workbook. Bounded in memory and time whatever the bytes are; gives way to other work between two parts. */
export abstract class WorkbookReader {
  abstract read(bytes: Uint8Array, turns: Turns): Promise<Result<Workbook, WorkbookFault>>;
}
