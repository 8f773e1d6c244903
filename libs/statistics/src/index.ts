export * from './exact-binomial-interval.js';
export * from './binomial-upper-tail.js';
export * from './xmr-limits.js';
export * from './disclosure/index.js';
