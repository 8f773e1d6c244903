export * from './memory-identity-store.js';
