export * from './binomial-upper-tail.js';
export * from './exact-binomial-interval.js';
