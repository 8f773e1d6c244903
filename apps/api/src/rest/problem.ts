import { refusal, REFUSALS, type Refusal, type RefusalCode } from '#domain';
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
  refused: Refusal,
  findings: readonly Finding[] = [],
  id: string | null = null,
): Problem {
  const file =
    refused.code === 'FILE_REFUSED' ? findings.find((f) => f.severity === 'block') : undefined;
  const { status } = REFUSALS[refused.code];
  const { code, message, fix } = file ?? refused;
  return {
    type: `urn:change-programme-monitor:${code}`,
    title: refused.message,
    status: code === 'FILE_TOO_LARGE' ? 413 : status,
    code,
    message,
    fix,
    findings: findings.map(toRestFinding),
    ...(id === null ? {} : { id }),
  };
}

/** A refusal whose fix says more than the catalogue's. */
export const mended = (code: RefusalCode, fix: string): Problem =>
  toProblem({ ...refusal(code), fix });

/** An older workbook, or a binary one: no reader here opens it. */
export const NO_OLD_WORKBOOKS = mended(
  'TYPE_NOT_TAKEN',
  'Of workbooks only .xlsx is taken here: save it as ".xlsx" or "CSV UTF-8" and send that.',
);

/** A body that is shorter than its sender said. The words are those of the rule of the same name. */
export const CUT_OFF: Problem = {
  type: 'urn:change-programme-monitor:FILE_CUT_OFF',
  title: 'The upload stopped before the end.',
  status: 400,
  code: 'FILE_CUT_OFF',
  message: 'The upload stopped before the end. Nothing was saved.',
  fix: 'Send it again; sending twice does no harm.',
  findings: [],
};
