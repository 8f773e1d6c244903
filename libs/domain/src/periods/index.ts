export * from './london.js';
export * from './months.js';
export * from './period.js';
export * from './period-from.js';
export { TIME_IDENTIFIERS } from './time-identifiers.js';
