import { firstDifference, isFields, type Difference } from './compare.js';
import type { OracleCase } from './kinds.js';

type Audit = (auditCase: OracleCase) => unknown;

const wordsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
const fieldsOf = (value: unknown): OracleCase => (isFields(value) ? value : {});

/**
 * Judges what `protect` answers, `{ primaries, nPrimaries, suppressed }` (`suppressed`: the identifiers of every cell that is
 * not published): many patterns are good. The primaries are the recorded ones and all suppressed; no cell is suppressed that
 * never may be; no more are than the case accepts; and, unless the case says that it cannot be had, the disclosure audit of
 * the pattern is safe for an outsider and for each listed council.
 */
export async function judgeProtection(
  oracleCase: OracleCase,
  got: unknown,
  audit: Audit,
): Promise<Difference | null> {
  const expected = fieldsOf(oracleCase.expected);
  const options = fieldsOf(oracleCase.options);
  const acceptance = fieldsOf(expected.acceptance);
  const result = fieldsOf(got);
  const { primaries, nPrimaries } = expected;
  const apart = firstDifference({ primaries, nPrimaries }, got, {
    tolerance: () => 0,
    listsAreSets: true,
  });
  if (apart) return apart;
  if (!Array.isArray(result.suppressed))
    return { path: 'suppressed', expected: 'a list of identifiers', got: result.suppressed };
  const suppressed = new Set(wordsOf(result.suppressed));
  const shown = wordsOf(primaries).filter((id) => !suppressed.has(id));
  if (shown.length > 0) return { path: 'published primaries', expected: [], got: shown };
  const hidden = wordsOf(options.neverSuppress).filter((id) => suppressed.has(id));
  if (hidden.length > 0) return { path: 'suppressed for all that', expected: [], got: hidden };
  const most = Number(acceptance.maxSuppressed);
  if (!(suppressed.size <= most))
    return { path: 'nSuppressed', expected: `at most ${most}`, got: suppressed.size };
  return acceptance.auditSafe === false ? null : auditAll(oracleCase, suppressed, audit);
}

async function auditAll(
  oracleCase: OracleCase,
  suppressed: ReadonlySet<string>,
  audit: Audit,
): Promise<Difference | null> {
  const options = fieldsOf(oracleCase.options);
  const primaries = new Set(wordsOf(fieldsOf(oracleCase.expected).primaries));
  const cells = (Array.isArray(oracleCase.cells) ? oracleCase.cells : []).map((cell: unknown) => {
    const id = String(fieldsOf(cell).id);
    return { ...fieldsOf(cell), published: !suppressed.has(id), primary: primaries.has(id) };
  });
  for (const insider of [null, ...wordsOf(options.insiders)]) {
    const attacker = insider === null ? 'external' : 'insider';
    const answer = await audit({
      kind: 'audit',
      options: { ...options, attacker, insider },
      cells,
      equations: oracleCase.equations,
    });
    if (fieldsOf(answer).safe !== true)
      return { path: `safe from ${insider ?? 'an outsider'}`, expected: true, got: answer };
  }
  return null;
}
