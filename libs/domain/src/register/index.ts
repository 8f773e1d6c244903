export * from './register.js';
export * from './resolve-council.js';
export * from './taking-part.js';
