import type { AlertRule } from './judgement-types.js';

/** A rule on plans within 20 weeks; for specs. */
export const aRule = (more: Partial<AlertRule> = {}): AlertRule => ({
  code: 'plan_band',
  version: 1,
  title: 'Outside the agreed plan',
  enabled: true,
  condition: { kind: 'plan-band', untilBaseline: [], minimumCases: 60, confidence: 0.95 },
  metrics: ['plans_within_20_weeks'],
  forPeriods: 2,
  keepFiringFor: 1,
  severity: 'look',
  recipients: [
    { audience: 'council', afterWorkingDays: 0 },
    { audience: 'dfe', afterWorkingDays: 5 },
  ],
  scope: { councils: [], partnerships: [], from: null, to: null },
  mute: 'never',
  repeatAfter: null,
  escalation: [],
  schedule: null,
  ...more,
});
