export * from './rebuild-assessments.js';
export * from './read-assessments.js';
export * from './limits.js';
