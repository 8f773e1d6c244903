export * from './small-numbers/index.js';
export * from './spc/index.js';
export * from './off-track/index.js';
export * from './effects/index.js';
export * from './disclosure/index.js';
export * from './random/index.js';
