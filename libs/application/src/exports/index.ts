export * from './export-figures.js';
