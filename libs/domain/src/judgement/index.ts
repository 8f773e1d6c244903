export * from './judgement-types.js';
export * from './decide-notifications.js';
export * from './fold-episodes.js';
export * from './judge-plan-band.js';
export * from './judge-published-floor.js';
export * from './judge-return-missing.js';
export * from './reconcile-alerts.js';
