export * from './judgement-types.js';
export * from './fold-episodes.js';
export * from './conditions/judge-condition.js';
export * from './conditions/return-missing.js';
export * from './reconcile-alerts.js';
export * from './watched-series.js';
export * from './rules-in-force.js';
