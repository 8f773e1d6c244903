export * from './a-programme.js';
export * from './fake-identity.js';
export * from './fake-service.js';
export * from './page-reader.js';
export * from './some-figures.js';
export * from './some-records.js';
