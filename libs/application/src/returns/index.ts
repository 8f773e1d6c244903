export * from './return-types.js';
export * from './read-returns.js';
export * from './read-return-form.js';
