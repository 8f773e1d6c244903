import { readFileSync } from 'node:fs';
import { isFields } from './compare.js';

/** The cases of a file of recorded cases, or the sentence that says why there are none. */
export function readOracleFile(path: string): readonly unknown[] | string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return `There is no file "${path}" that can be read.`;
  }
  try {
    const content: unknown = JSON.parse(text);
    return isFields(content) && Array.isArray(content.cases)
      ? content.cases
      : `"${path}" holds no cases: a file of recorded cases has a list named "cases".`;
  } catch {
    return `"${path}" is not JSON.`;
  }
}
