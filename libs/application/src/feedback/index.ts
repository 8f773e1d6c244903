export * from './answer-due.js';
export * from './feedback-loop.js';
