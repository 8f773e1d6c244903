export * from './feedback-loop.js';
