export * from './series-types.js';
