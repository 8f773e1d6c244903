import type { ServiceTasks } from '#composition';
import type { HeavyNumbers } from '#application/ports';
import { allOf } from '#platform/heavy-numbers';
import * as statistics from '#statistics';
import { firstDifference, isFields, type Difference } from './compare.js';
import { judgeProtection } from './judge-protection.js';
import { kinds, type Kind, type OracleCase } from './kinds.js';

type Entry = (oracleCase: OracleCase) => unknown;
type Numbers = HeavyNumbers<ServiceTasks>;

const entries: Readonly<Record<string, unknown>> = { ...statistics };
/** More than most machines have threads, and fewer than may wait for one. */
const AT_ONCE = 16;

export type CaseResult = { readonly id: string; readonly difference: Difference | null };

/** Runs recorded cases, and says of each, in their order, where its result first differs from what was recorded. */
export function runCases(
  cases: readonly unknown[],
  numbers: Numbers,
): Promise<readonly CaseResult[]> {
  return allOf([...cases.entries()], AT_ONCE, async ([index, oracleCase]) => {
    const id = isFields(oracleCase) && typeof oracleCase.id === 'string' ? oracleCase.id : null;
    return {
      id: id ?? `case ${index + 1}`,
      difference: await runCase(oracleCase, numbers),
    };
  });
}

async function runCase(oracleCase: unknown, numbers: Numbers): Promise<Difference | null> {
  if (!isFields(oracleCase) || oracleCase.expected === undefined)
    return { path: 'expected', expected: 'what the case expects', got: undefined };
  const kind = kinds.get(String(oracleCase.kind));
  if (!kind || ('light' in kind.entry && !entries[kind.entry.light]))
    return { path: 'kind', expected: 'a known kind', got: oracleCase.kind };
  try {
    const got = await run(kind, oracleCase, numbers);
    return kind.judgedByProperties && !isRefusal(oracleCase.expected)
      ? await judgeProtection(oracleCase, got, (auditCase) => audit(auditCase, numbers))
      : firstDifference(oracleCase.expected, got, kind.comparison(oracleCase));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { path: 'thrown', expected: 'a result', got: message };
  }
}

const isRefusal = (expected: unknown): boolean => isFields(expected) && 'error' in expected;

async function run(
  { entry }: Kind,
  { expected: _expected, ...oracleCase }: OracleCase,
  numbers: Numbers,
): Promise<unknown> {
  if ('light' in entry) return (entries[entry.light] as Entry)(oracleCase);
  // A recorded case is whatever its file says; what takes it refuses what it cannot read.
  const answer = await numbers.run(entry.heavy, oracleCase as never);
  if (answer.ok) return answer.value;
  throw new Error(answer.error.kind === 'failed' ? answer.error.message : answer.error.kind);
}

async function audit(auditCase: OracleCase, numbers: Numbers): Promise<unknown> {
  const kind = kinds.get('audit');
  return kind && run(kind, auditCase, numbers);
}
