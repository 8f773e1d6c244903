export * from './end-marked.js';
export * from './lock-file.js';
export * from './marks.js';
export * from './processes.js';
