export * from './assessment-types.js';
export * from './assessment-options.js';
export * from './assess-series.js';
export * from './assess-funnel.js';
export * from './assess-band.js';
export * from './guardrail.js';
export * from './may-start-new-limits.js';
export * from './canonical-json.js';
