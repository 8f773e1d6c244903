export * from './service-clock.js';
export * from './supervise.js';
