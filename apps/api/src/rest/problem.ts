import { REFUSALS, type Refusal } from '#domain';
import type { Finding } from '#domain/intake';

/** A refusal as `application/problem+json` (RFC 9457), in the words of the catalogue. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly findings: readonly RestFinding[];
  readonly id?: string;
};

/** A finding as REST shows it: the same fields as in GraphQL. */
export type RestFinding = {
  readonly code: string;
  readonly severity: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
  readonly fix: string;
  readonly ruleVersion: number;
  readonly metric: string | null;
};

export const toRestFinding = (finding: Finding): RestFinding => ({
  code: finding.code,
  severity: finding.severity.toUpperCase(),
  row: finding.row,
  column: finding.column,
  value: finding.value,
  message: finding.message,
  fix: finding.fix,
  ruleVersion: finding.ruleVersion,
  metric: finding.metric,
});

/** The problem that a refusal is. A file refused by one finding is named by it: that is what has to be mended. */
export function toProblem(
  refusal: Refusal,
  findings: readonly Finding[] = [],
  id: string | null = null,
): Problem {
  const file =
    refusal.code === 'FILE_REFUSED' ? findings.find((f) => f.severity === 'block') : undefined;
  const { status } = REFUSALS[refusal.code];
  const { code, message, fix } = file ?? refusal;
  return {
    type: `urn:change-programme-monitor:${code}`,
    title: refusal.message,
    status: code === 'FILE_TOO_LARGE' ? 413 : status,
    code,
    message,
    fix,
    findings: findings.map(toRestFinding),
    ...(id === null ? {} : { id }),
  };
}
