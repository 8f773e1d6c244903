import { readFileSync } from 'node:fs';
import { readRule, type AlertRule } from '#domain/judgement';

/** Reads a programme's alert rules by the domain's own table; the first fault stops, naming the file, the rule and the field. */
export function alertRules(path: string): readonly AlertRule[] {
  const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(file)) throw new Error(`${path}: not a list of rules`);
  return file.map((given: unknown, index) => {
    const read = readRule(given);
    if (read.ok) return read.value;
    const [first] = read.error;
    throw new Error(
      `${path}: rule ${index + 1}, ${first?.field ?? ''}: ${first?.message ?? ''} ${first?.fix ?? ''}`,
    );
  });
}
