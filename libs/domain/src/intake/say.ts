import type { Finding } from './finding.js';
import type { ValidationRule } from './validation-rule.js';

/** The longest text of a sender that a finding repeats. */
const MOST_CHARACTERS = 100;
/** The fillings that can hold a sender's text; the others are the programme's own words. */
const SENT = new Set(['value', 'code', 'name', 'sheet', 'a', 'b', 'x', 'y']);

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

/** A parameter of a rule that must be a number; the fallback when the programme does not say. */
export function numberParam(
  rules: readonly ValidationRule[],
  code: string,
  name: string,
  fallback: number,
): number {
  const param = ruleIn(rules, code)?.params[name];
  return typeof param === 'number' ? param : fallback;
}

/** A parameter of a rule that is a list of texts, e.g. of boxes; empty when the programme does not say. */
export function listParam(
  rules: readonly ValidationRule[],
  code: string,
  name: string,
): readonly string[] {
  const param = ruleIn(rules, code)?.params[name];
  return Array.isArray(param) ? param.filter((item) => typeof item === 'string') : [];
}

/** A sender's text as it may be repeated: on one line, without control characters, cut after 100 characters. */
const shown = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, MOST_CHARACTERS)
    .replace(/[\ud800-\udbff]$/, '');

/** A template with its `{names}` filled in; one that has no filling stays as it is. */
const fillIn = (template: string, fills: Fills): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const fill = String(fills[name] ?? whole);
    return SENT.has(name) ? shown(fill) : fill;
  });

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
  const column = place.column ?? null;
  return [
    {
      code,
      ruleVersion: rule.version,
      severity: rule.severity,
      scope: rule.scope,
      row: place.row ?? null,
      column: column === null ? null : shown(column),
      value: value === null ? null : shown(value),
      message: fillIn(rule.message, fills),
      fix: fillIn(rule.fix, fills),
      councilId: place.councilId ?? null,
      metric: place.metric ?? null,
      period: place.period ?? null,
      explanation: null,
    },
  ];
}
