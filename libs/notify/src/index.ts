export * from './in-app-messenger.js';
