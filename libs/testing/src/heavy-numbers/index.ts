export * from './same-thread-heavy-numbers.js';
