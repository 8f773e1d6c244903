export * from './read/mapping.js';
export * from './read/read-ees-file.js';
export * from './read/reading.js';
export * from './read/recognise.js';
export * from './screen/reference.js';
export * from './screen/screen-data-file.js';
export * from './screen/screen-file.js';
