export * from './api-key.js';
export * from './role.js';
export * from './scope.js';
