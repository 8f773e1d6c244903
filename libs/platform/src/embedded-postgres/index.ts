export * from './fault.js';
export * from './free-port.js';
export * from './start-embedded-postgres.js';
