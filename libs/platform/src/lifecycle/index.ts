export * from './until-stopped.js';
