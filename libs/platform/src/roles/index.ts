export * from './derive-role-urls.js';
