export * from './quality.js';
