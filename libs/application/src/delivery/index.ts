export * from './milestones.js';
