export * from './audit-disclosure.js';
export * from './protect.js';
export * from './audit-rate.js';
export * from './audit-rounding.js';
export * from './audit-revision.js';
