export * from './decide-deed.js';
export * from './entry.js';
export { closingOn, foldFollowUp, standingActions } from './fold-follow-up.js';
export type { Closing, FollowUp, RecoveryAction } from './fold-follow-up.js';
export * from './plan-overdue.js';
