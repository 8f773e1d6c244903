import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { Digests, Ids, type Clock } from '#application/ports';

/** UUID version 7: ids made later sort later. */
export class UuidIds extends Ids {
  constructor(private readonly clock: Clock) {
    super();
  }

  newId(): string {
    return v7({ msecs: this.clock.now().getTime() });
  }
}

export class Sha256Digests extends Digests {
  sha256(parts: readonly (Uint8Array | string)[]): string {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(`${part.length}:`).update(part);
    return hash.digest('hex');
  }

  ofText(text: string): string {
    return createHash('sha256').update(text, 'utf8').digest('hex');
  }
}
