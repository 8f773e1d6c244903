export * from './register.js';
export * from './resolve-council.js';
