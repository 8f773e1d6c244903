export * from './audit-disclosure.js';
export * from './audit-rate.js';
export { auditRounding, type RoundingAudit, type RoundingAuditCase } from './audit-rounding.js';
export * from './audit-revision.js';
export { cutRelease } from './cut-release.js';
export * from './protect.js';
export * from './release-unit.js';
export type { LinearSolver } from './solver.js';
export type {
  CountCell,
  DisclosureErrorCode,
  DisclosureRefusal,
  Equation,
  ShownCell,
} from './types.js';
