export * from './all-of.js';
export * from './serve-tasks.js';
export * from './threaded-heavy-numbers.js';
