export * from './compose-service.js';
export * from './heavy-tasks/open-heavy-numbers.js';
export * from './heavy-tasks/tasks.js';
export * from './migrate-all.js';
export * from './service.js';
