import { CONDITION_KINDS } from '#domain/judgement';

/** Every page about rules that an analyst can open. */
export const RULE_PAGES: readonly string[] = [
  '/alert-rules',
  '/alert-rules/off_trajectory',
  '/alert-rules/plan_missed',
  '/alert-rules/new',
  ...CONDITION_KINDS.map((kind) => `/alert-rules/new?kind=${kind}`),
  '/alert-rules/off_trajectory/edit',
  '/alert-rules/off_trajectory/switch?to=off',
  '/alert-rules/plan_missed/switch?to=on',
  '/alert-rules/off_trajectory/versions/2/back-test',
  '/alert-rules/return_missing/versions/1/back-test',
  '/alerts?rule=off_trajectory',
];
