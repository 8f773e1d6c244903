export * from './assessment-types.js';
export * from './assessment-options.js';
export * from './assess-series.js';
