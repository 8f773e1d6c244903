export * from './small-numbers/index.js';
export * from './xmr-limits.js';
export * from './random/index.js';
export * from './off-track/index.js';
