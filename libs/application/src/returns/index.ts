export * from './return-types.js';
export * from './read-months-so-far.js';
export * from './read-returns.js';
export * from './read-return-form.js';
export * from './return-drafts.js';
export * from './return-template.js';
