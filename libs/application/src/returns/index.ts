export * from './return-types.js';
