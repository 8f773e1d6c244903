/** A header longer than this is not looked through further. */
const MOST_LOOKED_AT = 10_000;

/** The delimiter that the first line with text uses most, outside quotes; a comma when it uses none. */
export function delimiterOf(text: string): ',' | ';' | '\t' {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  let begun = false;
  for (const character of text.slice(0, MOST_LOOKED_AT)) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\r' || character === '\n') {
      if (begun) break;
    } else if (character === ',' || character === ';' || character === '\t') counts[character] += 1;
    begun ||= character.trim() !== '';
  }
  const most = Math.max(counts[','], counts[';'], counts['\t']);
  if (counts[','] === most) return ',';
  return counts[';'] === most ? ';' : '\t';
}
