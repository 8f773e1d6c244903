export * from './finding.js';
export * from './intake-table.js';
export * from './check-submission-types.js';
export * from './validation-rule.js';
