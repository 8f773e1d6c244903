import { setImmediate } from 'node:timers/promises';
import { Turns } from '#application/ports';

/** A turn of the event loop: requests and timers that are due are served first. */
export class EventLoopTurns extends Turns {
  give(): Promise<void> {
    return setImmediate();
  }
}
