export * from './back-test-councils.js';
export * from './back-test-result.js';
export * from './back-tests.js';
export * from './run-back-test.js';
export * from './work-back-tests.js';
