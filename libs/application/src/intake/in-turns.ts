import type { InParts } from '#domain';
import type { Turns } from '../ports/index.js';

/** Runs long work to its end; whoever else waits comes first between two parts. */
export async function inTurns<T>(work: InParts<T>, turns: Turns): Promise<T> {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    await turns.give();
  }
}
