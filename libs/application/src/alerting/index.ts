export * from './alerting.js';
