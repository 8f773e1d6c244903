export { EvaluateRules } from './evaluate-rules.js';
export * from './judge-series.js';
export * from './send-notifications.js';
export * from './send-outside.js';
export * from './sweep-schedules.js';
export * from './remind-of-returns.js';
export * from './replay-alerts.js';
export * from './follow-on-alerts.js';
export * from './plan-digests.js';
