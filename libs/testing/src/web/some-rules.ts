import type { AlertRule } from '#domain/judgement';

const rule: AlertRule = {
  code: 'off_trajectory',
  version: 2,
  title: 'Off trajectory',
  enabled: true,
  condition: { kind: 'plan-band', untilBaseline: [], minimumCases: 5, confidence: 0.95 },
  metrics: ['plans_within_20_weeks'],
  forPeriods: 1,
  keepFiringFor: 2,
  severity: 'act',
  recipients: [
    { audience: 'council', afterWorkingDays: 0 },
    { audience: 'dfe', afterWorkingDays: 5 },
  ],
  scope: { councils: [], partnerships: [], from: null, to: null },
  mute: 'never',
  repeatAfter: null,
  escalation: [],
  schedule: null,
};
const silence: AlertRule = {
  ...rule,
  code: 'return_missing',
  version: 1,
  title: 'Return missing',
  condition: { kind: 'return-missing', graceWorkingDays: 2, at: '09:00' },
  metrics: [],
};

const milestones: AlertRule = {
  ...silence,
  code: 'milestone_overdue',
  title: 'Milestone overdue',
  condition: { kind: 'milestone-overdue', workingDays: 10 },
};
const answers: AlertRule = {
  ...silence,
  code: 'answer_overdue',
  title: 'Answer overdue',
  condition: { kind: 'answer-overdue', workingDays: 15, planWithinWorkingDays: 10 },
};
/** The rules of the made-up programme: on a plan, on silence, on milestones and on answers. */
export const SOME_RULES: readonly AlertRule[] = [rule, silence, milestones, answers];
