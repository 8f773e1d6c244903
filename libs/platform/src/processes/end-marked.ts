import { setTimeout as pause } from 'node:timers/promises';
import { marksUnder, type Mark } from './marks.js';

/**
 * Ends the processes that a killed parent left: asks them, waits while they finish what they had begun, and kills what
 * is still there afterwards. Answers how many there were.
 */
export async function endMarked(path: string, patienceMs: number): Promise<number> {
  const found = marksUnder(path);
  for (const mark of found) signal(mark, 'SIGTERM');
  const deadline = Date.now() + patienceMs;
  while (marksUnder(path).length > 0 && Date.now() < deadline) await pause(50);
  for (const mark of marksUnder(path)) signal(mark, 'SIGKILL');
  for (let looked = 0; marksUnder(path).length > 0 && looked < 50; looked += 1) await pause(20);
  return found.length;
}

function signal({ pid }: Mark, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has gone in the meantime, or is another user's.
  }
}
