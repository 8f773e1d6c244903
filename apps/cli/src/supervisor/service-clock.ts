import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type ClockSetting =
  { readonly AS_OF: string; readonly CLOCK_OPENED_AT: string } | Record<string, never>;

/** Where a start leaves the clock that its processes run on, for commands beside them. */
const RUNNING = 'running-clock.json';

/** Leaves the clock of this start in its data directory. */
export function leaveRunningClock(dataDir: string, clock: ClockSetting): void {
  writeInOneStep(join(dataDir, RUNNING), clock);
}

/** The clock of the last start on a data directory; null before any. */
export function runningClock(dataDir: string): ClockSetting | null {
  const file = join(dataDir, RUNNING);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ClockSetting) : null;
}

/** A start that is killed here must not leave half a file. */
function writeInOneStep(file: string, clock: ClockSetting): void {
  writeFileSync(`${file}.part`, JSON.stringify(clock), { flush: true });
  renameSync(`${file}.part`, file);
}

/**
 * The clock that every process runs on. `AS_OF` counts from this start; the demonstration clock opens at the first start
 * of its data directory and runs on from there; otherwise the real clock.
 */
export function serviceClock(given: {
  asOf: Date | null;
  demonstrationOpensAt: Date | null;
  dataDir: string;
  now: Date;
}): ClockSetting {
  if (given.asOf)
    return { AS_OF: given.asOf.toISOString(), CLOCK_OPENED_AT: given.now.toISOString() };
  if (!given.demonstrationOpensAt) return {};
  const file = join(given.dataDir, 'clock.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ClockSetting;
  const opened = {
    AS_OF: given.demonstrationOpensAt.toISOString(),
    CLOCK_OPENED_AT: given.now.toISOString(),
  };
  writeInOneStep(file, opened);
  return opened;
}
