import type { Finding } from './finding.js';
import { aboutOneChild } from './personal-data/about-one-child.js';
import { scanForPersonalData } from './personal-data/scan-for-personal-data.js';
import { ruleIn } from './say.js';
import type { ValidationRule } from './validation-rule.js';

const FEWEST_CHARACTERS = 10;
const MOST_CHARACTERS = 1_000;

/**
 * Whether a warning must be explained before its figure can be approved: one about a figure, unless its rule asks for
 * something else (parameter `explain: false`).
 */
export const asksForWords = (
  finding: Pick<Finding, 'severity' | 'scope' | 'code'>,
  rules: readonly ValidationRule[],
): boolean =>
  finding.severity === 'warn' &&
  finding.scope === 'value' &&
  ruleIn(rules, finding.code)?.params['explain'] !== false;

/** The same of a kept finding: nobody has explained it, and no later figure has settled it. */
export const waitsForWords = (
  finding: Finding & { readonly closedAt: Date | null },
  rules: readonly ValidationRule[],
): boolean =>
  finding.explanation === null && finding.closedAt === null && asksForWords(finding, rules);

export type WordsFault = 'WORDS_TOO_SHORT' | 'WORDS_TOO_LONG' | 'WORDS_ABOUT_A_PERSON';

/** What is wrong with words that are to stay with a figure: null when they may be kept. */
export function wordsFault(text: string, rules: readonly ValidationRule[]): WordsFault | null {
  const words = text.trim();
  if (words.length < FEWEST_CHARACTERS) return 'WORDS_TOO_SHORT';
  if (words.length > MOST_CHARACTERS) return 'WORDS_TOO_LONG';
  return mayDescribeAPerson(words, rules) ? 'WORDS_ABOUT_A_PERSON' : null;
}

/** Whether a text holds what identifies a person, or reads as if it were about one child. */
export const mayDescribeAPerson = (text: string, rules: readonly ValidationRule[]): boolean =>
  scanForPersonalData({ columns: [], rows: [] }, [text], rules).length > 0 ||
  aboutOneChild(text, rules);
