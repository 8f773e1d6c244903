export * from './receive-types.js';
