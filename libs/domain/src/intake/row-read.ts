import type { Candidate } from './candidate.js';
import type { Finding } from './finding.js';
import type { StatedSum } from './rules/stated-sum-agrees.js';

/** What came of one row: figures on their way, what was said, and a sum to compare when all rows are read. */
export type RowRead = {
  readonly candidates: readonly Candidate[];
  readonly findings: readonly Finding[];
  readonly stated: StatedSum | null;
};
