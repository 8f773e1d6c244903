export * from './event-loop-turns.js';
