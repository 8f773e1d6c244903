export * from './acknowledge-alert.js';
export * from './read-alerts.js';
export * from './recipients.js';
export * from './subscriptions.js';
