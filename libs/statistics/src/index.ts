export * from './exact-binomial-interval.js';
export * from './binomial-upper-tail.js';
export * from './spc/index.js';
export * from './effects/index.js';
