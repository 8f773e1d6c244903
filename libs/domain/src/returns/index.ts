export * from './due-of.js';
export * from './permission.js';
export * from './reminders.js';
export * from './return-status.js';
export * from './draft.js';
