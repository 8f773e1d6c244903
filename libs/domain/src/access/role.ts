import type { KeyDeed } from './api-key.js';

/** The closed list of roles, in the words of the contract. */
export const ROLES = [
  'council-submitter',
  'council-approver',
  'partnership-lead',
  'dfe-analyst',
  'dfe-policy',
  'board',
  'delivery-partner',
  'evaluator',
  'auditor',
  'admin',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking: one organisation at a time, with the roles held there. */
export type Reader = {
  /** A stable name for the history, e.g. `Rutland data officer`; never a person's name in development. */
  readonly actor: string;
  readonly roles: readonly Role[];
  /** Councils to whose own people (or systems) the reader belongs. */
  readonly councilIds: readonly number[];
  /** Councils that the reader sees as the lead of their partnership. */
  readonly memberIds: readonly number[];
  readonly partnership: string | null;
  /** What a key was made for: its holder does nothing else. Absent for people and tokens, who do what their roles do. */
  readonly deeds?: readonly KeyDeed[];
};
