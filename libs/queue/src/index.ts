export * from './bullmq-wake-ups.js';
export * from './look-queue.js';
export * from './look-worker.js';
export * from './migrate-queue.js';
export * from './queue-backend.js';
