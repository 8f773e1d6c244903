export * from './rebuild-assessments.js';
export * from './read-assessments.js';
export * from './limits.js';
export * from './read-assessed-series.js';
export * from './assess-view.js';
export * from './improvement-of.js';
export * from './assess-as-known.js';
export * from './read-assessed-area.js';
export { FEWEST_CASES, funnelInput, hasCounts, isFunnelled } from './funnel-input.js';
