export * from './series-types.js';
export * from './read-series.js';
export * from './areas.js';
export * from './may-read-figures.js';
export * from './read-figure-revisions.js';
