import { ruleIn } from '../say.js';
import type { ValidationRule } from '../validation-rule.js';

/** The boxes that a rule's parameters name; null when the programme leaves one out. */
export function boxParams(
  rules: readonly ValidationRule[],
  code: string,
  names: readonly string[],
): readonly string[] | null {
  const params = ruleIn(rules, code)?.params ?? {};
  const boxes = names.flatMap((name) => {
    const box = params[name];
    return typeof box === 'string' ? [box] : [];
  });
  return boxes.length === names.length ? boxes : null;
}
