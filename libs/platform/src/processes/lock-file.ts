import { setTimeout as pause } from 'node:timers/promises';
import { marksUnder, putMark, removeMarks } from './marks.js';

/** Contenders that meet give way to each other and come again; a holder never gives way. */
const ATTEMPTS = 8;

/**
 * Takes a lock that a killed process cannot keep. Each contender marks itself, then looks who else is marked: of two at
 * once at least one sees the other, so never both hold it. Answers how to give it back, or which process holds it.
 */
export async function takeLock(
  path: string,
): Promise<{ readonly release: () => void } | { readonly heldBy: number }> {
  const release = (): void => removeMarks(path, process.pid);
  for (let attempt = 1; ; attempt += 1) {
    if (!putMark(path, process.pid)) return { heldBy: process.pid };
    const other = marksUnder(path).find(({ pid }) => pid !== process.pid);
    if (!other) return { release };
    release();
    if (attempt === ATTEMPTS) return { heldBy: other.pid };
    await pause((process.pid % 7) * 15 + attempt * 10);
  }
}
