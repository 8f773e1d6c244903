export * from './read-quality.js';
