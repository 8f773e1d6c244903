export * from './return-status.js';
