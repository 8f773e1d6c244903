export * from './counting.js';
export * from './metric.js';
export * from './work-out-measure.js';
