import { ruleIn } from '../say.js';
import type { ValidationRule } from '../validation-rule.js';

type Patterns = {
  readonly ages: readonly RegExp[];
  readonly letters: RegExp;
  readonly names: readonly RegExp[];
  readonly ordinary: ReadonlySet<string>;
};

const compiled = new WeakMap<object, Patterns>();
const INITIALS = /\b[A-Z]\.\s?[A-Z]\.(?!\w)/g;

/**
 * Whether a comment may describe one child: an age that is not a range or a group's, "child A", initials, or the name of
 * a school. The words are the rule's: `persons`, `groups`, `places`, and `ordinary` ones that name nothing.
 */
export function aboutOneChild(text: string, rules: readonly ValidationRule[]): boolean {
  const params = ruleIn(rules, 'PERSONAL_DATA_COMMENT')?.params;
  if (!params) return false;
  let patterns = compiled.get(params);
  if (!patterns) {
    patterns = patternsOf(params);
    compiled.set(params, patterns);
  }
  const { ages, letters, names, ordinary } = patterns;
  return (
    ages.some((pattern) => pattern.test(text)) ||
    letters.test(text) ||
    names.some((pattern) => namesSomething(text, pattern, ordinary))
  );
}

/** Whether any match has a word that is not an ordinary one: "Oak School", but not "Special School". */
function namesSomething(text: string, pattern: RegExp, ordinary: ReadonlySet<string>): boolean {
  for (const [whole, name = whole] of text.matchAll(pattern)) {
    const words = name.trim().toLowerCase().split(/\s+/);
    if (words.some((word) => !ordinary.has(word))) return true;
  }
  return false;
}

function patternsOf(params: Readonly<Record<string, unknown>>): Patterns {
  const words = (name: string): readonly string[] => {
    const list = params[name];
    return Array.isArray(list) ? list.filter((word) => typeof word === 'string') : [];
  };
  const any = (name: string): string => words(name).map(escaped).join('|') || '(?!)';
  const noRange = String.raw`(?!\s*(?:to|-|–|\+|\d|(?:and|or) (?:over|under|above|below|older|younger|\d)))`;
  const persons = words('persons').map(
    (word) => `[${word.slice(0, 1).toUpperCase()}${word.slice(0, 1)}]${escaped(word.slice(1))}`,
  );
  return {
    ages: [
      new RegExp(
        String.raw`(?<!\b(?:${any('groups')}) )\b(?:aged?|age of) \d{1,2}\b${noRange}`,
        'i',
      ),
      new RegExp(String.raw`\b\d{1,2}[- ]?(?:year|yr)s?[- ]old\b(?! (?:${any('groups')})\b)`, 'i'),
    ],
    letters: new RegExp(String.raw`\b(?:${persons.join('|') || '(?!)'}) [A-HJ-Z]\b(?!['’.&]?\w)`),
    // Bounded, so that a long comment of capitals costs no more than any other.
    names: [
      new RegExp(String.raw`\b((?:[A-Z][A-Za-z'’.]{0,30}\s{1,3}){1,6})(?:${any('places')})\b`, 'g'),
      INITIALS,
    ],
    ordinary: new Set(words('ordinary').map((word) => word.toLowerCase())),
  };
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
