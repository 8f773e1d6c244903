import type { AlertRule } from './judgement-types.js';

/** A version of a rule with the time for which it was in force: from the beginning on, and until now, where null. */
export type RuleInForce = {
  readonly rule: AlertRule;
  readonly from: Date | null;
  readonly until: Date | null;
};

/** A rule that has been in force from the beginning: one that was loaded, or a draft that is tried on history. */
export const alwaysInForce = (rule: AlertRule): RuleInForce => ({ rule, from: null, until: null });

/** The version of a rule that was in force at a moment; null before the first. */
export function ruleAt(versions: readonly RuleInForce[], at: Date): AlertRule | null {
  const found = versions.find(
    ({ from, until }) => (from === null || from <= at) && (until === null || at < until),
  );
  return found?.rule ?? null;
}

/**
 * From versions in their order, each with the moment it was put in force, the time for which each was. One that was replaced
 * before it began is left out.
 */
export function inForce(
  versions: readonly { readonly rule: AlertRule; readonly from: Date | null }[],
): readonly RuleInForce[] {
  return versions.flatMap((one, index): RuleInForce[] => {
    const next = versions.slice(index + 1).find(({ rule }) => rule.code === one.rule.code);
    if (next && (next.from === null || next.from <= (one.from ?? new Date(0)))) return [];
    return [{ ...one, until: next?.from ?? null }];
  });
}

type Rules = {
  readonly alertRules: readonly AlertRule[];
  readonly ruleHistory: readonly RuleInForce[];
};

/** The version of a rule that an alert was judged by; the newest where that one is not known, null for a rule that is gone. */
export function ruleOfVersion(
  { alertRules, ruleHistory }: Rules,
  { ruleCode, ruleVersion }: { readonly ruleCode: string; readonly ruleVersion: number },
): AlertRule | null {
  const exact = ruleHistory.find(
    ({ rule }) => rule.code === ruleCode && rule.version === ruleVersion,
  );
  return exact?.rule ?? alertRules.find(({ code }) => code === ruleCode) ?? null;
}
