export * from './result.js';
export * from './assert-never.js';
export * from './refusals.js';
export * from './parts.js';
