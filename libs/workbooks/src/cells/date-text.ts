const DAY = 86_400_000;
/** 31 December 9999, the last day that a spreadsheet shows. */
const LAST_SERIAL = { 1900: 2_958_465, 1904: 2_957_003 } as const;

export type DateSystem = 1900 | 1904;

const two = (n: number): string => String(n).padStart(2, '0');
const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');

/**
 * The day of a serial number, as `2024-09-01`, with its time where there is one. The 1900 system counts a 29 February
 * 1900 that never was, and shows day 0 as 0 January; both are shown so here. Null for what no spreadsheet shows as a
 * date.
 */
export function dateText(serial: number, system: DateSystem): string | null {
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  if (!Number.isFinite(serial) || serial < 0 || days > LAST_SERIAL[system]) return null;
  const time = seconds - days * 86_400;
  const day = dayText(days, system);
  return time === 0 ? day : `${day}T${clock(time)}`;
}

function dayText(days: number, system: DateSystem): string {
  if (system === 1904) return isoDay(Date.UTC(1904, 0, 1) + days * DAY);
  if (days === 0) return '1900-01-00';
  if (days === 60) return '1900-02-29';
  return isoDay(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * DAY);
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A time of day or a length of time, as `36:00:00`. Null for one below zero. */
export const timeText = (serial: number): string | null =>
  Number.isFinite(serial) && serial >= 0 ? clock(Math.round(serial * 86_400)) : null;
