import { candidateKey, type Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import type { Finding } from '../finding.js';
import { placeOf } from '../read-figure-cells.js';
import { say } from '../say.js';

export type Kept = {
  readonly kept: readonly Candidate[];
  readonly findings: readonly Finding[];
  readonly folded: number;
};

const same = (a: Candidate, b: Candidate): boolean => a.state === b.state && a.value === b.value;

/**
 * CELL_TWICE_SAME, CELL_TWICE_DIFFERENT and SHARED_NUMBER_DIFFERS: a figure comes once. The same one again is used once;
 * two that differ are both refused. A number that several measures share must be the same in each.
 */
export function cellTwice(candidates: readonly Candidate[], context: IntakeContext): Kept {
  const first = new Map<string, Candidate>();
  const findings: Finding[] = [];
  let folded = 0;
  for (const candidate of candidates) {
    const key = candidateKey(candidate);
    const before = first.get(key);
    if (!before) {
      first.set(key, candidate);
      continue;
    }
    folded += 1;
    if (before.blocked || candidate.blocked) continue;
    findings.push(...speak(before, candidate, context));
    if (!same(before, candidate)) {
      before.blocked = true;
      candidate.blocked = true;
    }
  }
  return { kept: [...first.values()], findings, folded };
}

function speak(a: Candidate, b: Candidate, { rules }: IntakeContext): readonly Finding[] {
  const shared = a.from !== null || b.from !== null;
  const fills = { a: a.row, b: b.row, x: a.sent.trim(), y: b.sent.trim() };
  const place = placeOf(b, b.sent);
  if (same(a, b)) return shared ? [] : say(rules, 'CELL_TWICE_SAME', place, fills);
  if (!shared) return say(rules, 'CELL_TWICE_DIFFERENT', place, fills);
  const named = { box: a.metric.title, a: a.from ?? a.metric.code, b: b.from ?? b.metric.code };
  return say(rules, 'SHARED_NUMBER_DIFFERS', place, { ...fills, ...named });
}
