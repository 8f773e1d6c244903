import { readFileSync } from 'node:fs';

/** Rows of a plain CSV of ours (no quotes in it), by the names of its header. */
export function plainRows(path: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = header.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])),
  );
}
