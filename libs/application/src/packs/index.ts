export * from './build-pack.js';
export * from './pack-contents.js';
export * from './read-packs.js';
export * from './rebuild-pack.js';
