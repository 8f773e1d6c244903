export * from './judgement-types.js';
