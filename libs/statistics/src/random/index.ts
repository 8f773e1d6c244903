export * from './seeded-random.js';
export * from './draws.js';
