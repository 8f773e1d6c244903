export * from './compose-service.js';
export * from './migrate-all.js';
export * from './service.js';
