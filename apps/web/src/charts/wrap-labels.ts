import { wrapWords } from './wrap-words.js';

const BETWEEN = ' · ';

/** Labels in lines of at most `width` characters, broken between labels; a label that is too long is broken itself. */
export function wrapLabels(labels: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const label of labels) {
    const last = lines.at(-1);
    const joined = last === undefined ? label : `${last}${BETWEEN}${label}`;
    if (last !== undefined && joined.length <= width) lines[lines.length - 1] = joined;
    else lines.push(...wrapWords(label, width));
  }
  return lines;
}
