export * from './judge-series.js';
export * from './send-notifications.js';
export * from './sweep-schedules.js';
