export * from './clock/index.js';
export * from './config/index.js';
export * from './embedded-postgres/index.js';
export * from './ids/index.js';
export * from './lifecycle/index.js';
export * from './logging/index.js';
export * from './processes/index.js';
export * from './roles/index.js';
