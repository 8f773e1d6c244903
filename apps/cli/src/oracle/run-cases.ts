import loadHighs from 'highs';
import * as statistics from '#statistics';
import { firstDifference, isFields, type Difference } from './compare.js';
import { judgeProtection } from './judge-protection.js';
import { kinds, type Kind, type OracleCase } from './kinds.js';

type Entry = (oracleCase: OracleCase, solver?: unknown) => unknown;

const entries: Readonly<Record<string, unknown>> = { ...statistics };
// Its declarations are those of a CommonJS module, its code that of an ES module.
const load = loadHighs as unknown as typeof loadHighs.default;
/** Made at the first case that needs it, and used for all. */
let solver: Promise<unknown> | undefined;

export type CaseResult = { readonly id: string; readonly difference: Difference | null };

/** Runs one recorded case after another, and says of each where its result first differs from what was recorded. */
export async function runCases(cases: readonly unknown[]): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const [index, oracleCase] of cases.entries()) {
    const id = isFields(oracleCase) && typeof oracleCase.id === 'string' ? oracleCase.id : null;
    results.push({ id: id ?? `case ${index + 1}`, difference: await runCase(oracleCase) });
  }
  return results;
}

async function runCase(oracleCase: unknown): Promise<Difference | null> {
  if (!isFields(oracleCase) || oracleCase.expected === undefined)
    return { path: 'expected', expected: 'what the case expects', got: undefined };
  const kind = kinds.get(String(oracleCase.kind));
  if (!kind || !entries[kind.entry])
    return { path: 'kind', expected: 'a known kind', got: oracleCase.kind };
  try {
    const got = await run(kind, oracleCase);
    return kind.judgedByProperties && !isRefusal(oracleCase.expected)
      ? await judgeProtection(oracleCase, got, audit)
      : firstDifference(oracleCase.expected, got, kind.comparison(oracleCase));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { path: 'thrown', expected: 'a result', got: message };
  }
}

const isRefusal = (expected: unknown): boolean => isFields(expected) && 'error' in expected;

async function run(kind: Kind, { expected: _expected, ...oracleCase }: OracleCase) {
  const entry = entries[kind.entry] as Entry;
  return kind.solver ? entry(oracleCase, await (solver ??= load())) : entry(oracleCase);
}

async function audit(auditCase: OracleCase): Promise<unknown> {
  const kind = kinds.get('audit');
  return kind && run(kind, auditCase);
}
