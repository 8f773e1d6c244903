import { syllable } from 'syllable';

/**
 * The age at which a text can be read: the grade of Kincaid and others (1975), 0.39 × words a sentence + 11.8 × syllables a word −
 * 15.59, and five years more, at which the first grade begins. A sentence ends with a full stop, a question or an exclamation
 * mark; a colon or a semicolon ends none, which makes the count stricter than Flesch's own. `terms` are names that a reader knows or can look up: each counts as one short word.
 */
export function readingAge(texts: readonly string[], terms: readonly string[]): number {
  const plain = texts.map((text) => withoutTerms(text, terms));
  const sentences = plain.flatMap((text) => text.split(/[.?!]+(?:\s|$)/)).filter(hasWords);
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}][\p{L}’'-]*/gu) ?? []);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const grade =
    (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59;
  return grade + 5;
}

const hasWords = (text: string): boolean => /\p{L}/u.test(text);

/** Longest first, so that a term does not eat a part of a longer one. */
function withoutTerms(text: string, terms: readonly string[]): string {
  if (terms.length === 0) return text;
  const pattern = [...terms]
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return text.replaceAll(new RegExp(`\\b(?:${pattern})s?\\b`, 'giu'), 'it');
}
