export * from './role.js';
export * from './scope.js';
