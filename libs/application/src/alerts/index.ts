export * from './acknowledge-alert.js';
export * from './alert-quality.js';
export type { FiguresBehind } from './figures-behind.js';
export * from './follow-up-alert.js';
export * from './read-alerts.js';
export * from './recipients.js';
export * from './subscriptions.js';
export * from './silences.js';
