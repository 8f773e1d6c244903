export * from './fake-messenger.js';
