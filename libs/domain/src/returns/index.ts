export * from './return-status.js';
export * from './draft.js';
