export * from './answer-return.js';
export * from './approve-submission.js';
export * from './check-stored-submissions.js';
export * from './explain-columns.js';
export * from './explain-finding.js';
export * from './receive-submission.js';
export * from './receive-types.js';
export * from './submissions-in-scope.js';
