import type { AlertRule } from '#domain/judgement';

/** One version of a rule: who saved it, and who put it in force or switched it off, when and why. */
export type RuleVersion = {
  readonly rule: AlertRule;
  /** Saved, and not yet put in force. */
  readonly draft: boolean;
  /** Null for a version that came with the programme. */
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
  /** Null for a draft, and for a version in force from the beginning. */
  readonly inForceFrom: Date | null;
  readonly switchedBy: string | null;
  readonly reason: string | null;
};

export type RuleQuestion = {
  readonly programmeId: number;
  /** Stored codes (boxes and published metrics) whose figures are counted. */
  readonly stored: readonly string[];
};

/** What is on record of figures and plans that a rule is checked against. */
export type RuleEvidence = {
  /**
   * By stored code: the most cases that any council had in one period, and in its twelve best together. Only codes with a
   * figure.
   */
  readonly cases: ReadonlyMap<string, { readonly once: number; readonly inTwelve: number }>;
  /** Metrics with a plan that was agreed. */
  readonly withPlan: ReadonlySet<string>;
};

/** Rules that people write: a version is added, put in force at most once, and never changed otherwise. */
export abstract class AlertRuleStore {
  /** Makes everybody who writes rules follow each other until the transaction ends. */
  abstract lock(programmeId: number): Promise<void>;
  /** Of each rule the newest version, and the newest one that is no draft; by code, newest first. */
  abstract newest(programmeId: number): Promise<readonly RuleVersion[]>;
  /** Every version of a rule, newest first, at most 500. */
  abstract ofRule(programmeId: number, code: string): Promise<readonly RuleVersion[]>;
  abstract add(programmeId: number, version: RuleVersion): Promise<void>;
  /** Puts a draft in force. */
  abstract putInForce(
    of: { readonly programmeId: number; readonly code: string; readonly version: number },
    by: { readonly at: Date; readonly actor: string; readonly reason: string },
  ): Promise<void>;
  /** Says that the programme is to be read again. */
  abstract programmeChanged(programmeId: number): Promise<void>;
  abstract evidence(question: RuleQuestion): Promise<RuleEvidence>;
}
