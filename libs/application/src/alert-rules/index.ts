export * from './read-alert-rules.js';
export * from './save-alert-rule.js';
export * from './switch-alert-rule.js';
