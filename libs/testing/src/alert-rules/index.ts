export * from './alert-rule-store.contract.js';
export * from './memory-alert-rule-store.js';
