const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;
const LONGEST = 90 * SECONDS.d;

/** Seconds of a time to live such as `30m`, `1h` or `7d`; null when it is none, or longer than 90 days. */
export function parseTtl(text: string): number | null {
  const match = /^(\d{1,6})([smhd])$/.exec(text);
  if (!match) return null;
  const seconds = Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS];
  return seconds > 0 && seconds <= LONGEST ? seconds : null;
}
