import type { Severity } from './finding.js';

/**
 * A validation rule as data: what is said, how severely, and by which kind of check. The kinds are a closed set in
 * code; codes, versions, severities, words and parameters are the programme's. `{name}` in message and fix is filled in.
 */
export type ValidationRule = {
  readonly code: string;
  readonly version: number;
  readonly severity: Severity;
  readonly scope: 'file' | 'row' | 'value';
  readonly message: string;
  readonly fix: string;
  readonly params: Readonly<Record<string, unknown>>;
};
