export * from './school-terms.js';
export * from './working-days.js';
export * from './schedule.js';
