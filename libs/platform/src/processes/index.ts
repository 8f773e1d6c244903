export * from './lock-file.js';
export * from './processes.js';
