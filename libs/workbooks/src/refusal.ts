import type { WorkbookFault } from '#domain/intake';

/** Ends the reading of a file from anywhere inside it. Never leaves the room: `readWorkbook` makes a value of it. */
export class Refusal extends Error {
  constructor(readonly fault: WorkbookFault) {
    super(fault.kind);
  }
}

export const unreadable = (): Refusal => new Refusal({ kind: 'unreadable' });
export const tooLarge = (size: string): Refusal => new Refusal({ kind: 'too-large', size });
