export * from './read-led-to.js';
