export * from './exact-binomial-interval.js';
