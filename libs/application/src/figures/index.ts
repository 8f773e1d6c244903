export * from './series-types.js';
export * from './read-series.js';
export * from './areas.js';
export * from './read-reconciliation.js';
export * from './may-read-figures.js';
export * from './read-figure-revisions.js';
export * from './compare-known.js';
