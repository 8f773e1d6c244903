export * from './parameter.js';
export * from './read-rule.js';
export * from './rule-faults.js';
export * from './rule-kind.js';
export * from './rule-kinds.js';
export * from './rule-sentence.js';
export * from './scope.js';
