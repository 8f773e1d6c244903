import type { Finding } from './finding.js';
import type { ValidationRule } from './validation-rule.js';

/** The longest value that a finding repeats. */
const MOST_CHARACTERS = 100;

export type Place = {
  readonly row?: number | null;
  readonly column?: string | null;
  readonly value?: string | null;
  readonly councilId?: number | null;
  readonly metric?: string | null;
  readonly period?: string | null;
};

export type Fills = Readonly<Record<string, string | number>>;

const books = new WeakMap<readonly ValidationRule[], ReadonlyMap<string, ValidationRule>>();

/** The rule with this code that is in force; undefined when the programme does not have it. */
export function ruleIn(rules: readonly ValidationRule[], code: string): ValidationRule | undefined {
  let book = books.get(rules);
  if (!book) {
    book = new Map(rules.map((rule) => [rule.code, rule]));
    books.set(rules, book);
  }
  return book.get(code);
}

/** A template with its `{names}` filled in; one that has no filling stays as it is. */
export const fillIn = (template: string, fills: Fills): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(fills[name] ?? whole));

/** What a rule says at a place, in the programme's words; nothing when the programme does not have the rule. */
export function say(
  rules: readonly ValidationRule[],
  code: string,
  place: Place,
  fills: Fills = {},
): readonly Finding[] {
  const rule = ruleIn(rules, code);
  if (!rule) return [];
  const value = place.value ?? null;
  return [
    {
      code,
      ruleVersion: rule.version,
      severity: rule.severity,
      scope: rule.scope,
      row: place.row ?? null,
      column: place.column ?? null,
      value: value === null ? null : value.slice(0, MOST_CHARACTERS),
      message: fillIn(rule.message, fills),
      fix: fillIn(rule.fix, fills),
      councilId: place.councilId ?? null,
      metric: place.metric ?? null,
      period: place.period ?? null,
    },
  ];
}
