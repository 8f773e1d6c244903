export * from './figure-changes.js';
export * from './published-imports.js';
export * from './published-plan.js';
export * from './submission-of-period.js';
export * from './work-published-imports.js';
