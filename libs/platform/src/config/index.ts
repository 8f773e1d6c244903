export * from './config.js';
export * from './read-environment.js';
export * from './secret.js';
