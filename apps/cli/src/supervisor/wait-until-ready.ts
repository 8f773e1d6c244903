import { setTimeout as pause } from 'node:timers/promises';

/** Asks an address until it answers 200. False when it has not within the time. */
export async function waitUntilReady(
  url: string,
  withinMs: number,
  given: AbortSignal,
): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline && !given.aborted) {
    if (await isReady(url)) return true;
    await pause(100);
  }
  return false;
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).status === 200;
  } catch {
    return false;
  }
}
