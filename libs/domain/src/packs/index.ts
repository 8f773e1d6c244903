export * from './canonical-json.js';
export * from './manifest.js';
export * from './new-pack.js';
