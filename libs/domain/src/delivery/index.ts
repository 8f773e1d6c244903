export * from './decide-milestone.js';
export * from './milestone.js';
