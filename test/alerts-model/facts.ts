import type { KnownRevision, Programme } from '#application/ports';
import { alwaysInForce, type AlertRule } from '#domain/judgement';
import { monthOf, type Period } from '#domain/periods';
import { aProgramme } from '#testing/web';

export const BOXES = ['n_plans', 'n_exceptions', 'n_plans_20wk'] as const;
export type Level = 'good' | 'bad' | 'between';
const IN_TIME: Readonly<Record<Level, string>> = { good: '95', between: '87', bad: '12' };

/** What one council sent for one month. */
export type Sent = {
  readonly id: string;
  readonly councilId: number;
  readonly period: Period;
  readonly level: Level;
  readonly at: Date;
  approvedAt: Date | null;
  withdrawnAt: Date | null;
};

/** A programme of two councils with an agreed plan, whose rules ask for two bad months and two good ones. */
export function programmeOfTwo(): Programme {
  const programme = aProgramme();
  const alertRules = programme.alertRules.map((rule): AlertRule => ({
    ...rule,
    forPeriods: rule.metrics.length > 0 ? 2 : 1,
    keepFiringFor: rule.metrics.length > 0 ? 2 : 0,
  }));
  const register = {
    ...programme.register,
    memberships: programme.register.memberships.slice(0, 2),
  };
  return { ...programme, register, alertRules, ruleHistory: alertRules.map(alwaysInForce) };
}

/** One number of what was sent, as the record has it. */
export function revisionOf(
  sent: Sent,
  index: number,
  metric: (typeof BOXES)[number],
): KnownRevision {
  const values = { n_plans: '40', n_exceptions: '0', n_plans_20wk: IN_TIME[sent.level] };
  const { councilId, period, at, approvedAt, withdrawnAt } = sent;
  return {
    ...{ councilId, metric, major: 1, minor: 0, period, breakdown: 'Total' },
    ...{ numerator: null, denominator: null, value: values[metric], state: 'value', symbol: null },
    ...{ comment: null, reason: null, knownSeq: index + 1, knownAt: at, standing: 'provisional' },
    ...{ submissionId: sent.id, demonstration: true, approvedAt, withdrawnAt },
  };
}

/** The month so many months after January 2023. */
export const monthAt = (index: number): Period =>
  monthOf(2023 + Math.floor(index / 12), (index % 12) + 1);
