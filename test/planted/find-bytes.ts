/** Which of some texts stand in some bytes, in one pass: UTF-8, and UTF-16 as files of Windows have it. */
export function findBytes(bytes: Uint8Array, texts: readonly string[]): readonly string[] {
  const byStart = new Map<number, { text: string; needle: Buffer }[]>();
  for (const text of texts)
    for (const needle of [Buffer.from(text), Buffer.from(text, 'utf16le')]) {
      const start = ((needle[0] ?? 0) << 8) | (needle[1] ?? 0);
      byStart.set(start, [...(byStart.get(start) ?? []), { text, needle }]);
    }
  const starts = new Uint8Array(65_536);
  for (const start of byStart.keys()) starts[start] = 1;
  const hay = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Set<string>();
  for (let at = 0; at + 1 < hay.length; at += 1) {
    const start = ((hay[at] ?? 0) << 8) | (hay[at + 1] ?? 0);
    if (starts[start] !== 1) continue;
    for (const { text, needle } of byStart.get(start) ?? [])
      if (hay.compare(needle, 0, needle.length, at, Math.min(at + needle.length, hay.length)) === 0)
        found.add(text);
  }
  return [...found];
}
