import { candidateKey, type Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { say } from '../say.js';

export type Kept = {
  /** One candidate a cell. */
  readonly kept: readonly Candidate[];
  readonly findings: readonly Finding[];
  /** How many candidates were a repetition. */
  readonly folded: number;
};

const signature = ({ state, value }: Candidate): string => `${state} ${value}`;

/**
 * CELL_TWICE_SAME, CELL_TWICE_DIFFERENT and SHARED_NUMBER_DIFFERS: a figure comes once. The same one again is used once;
 * where two differ all are refused. A number that several measures share must be the same in each. What another rule has
 * refused is passed over, so that the order of rows changes nothing.
 */
export function cellTwice(candidates: readonly Candidate[], context: IntakeContext): Kept {
  const cells = new Map<string, Candidate | Candidate[]>();
  for (const candidate of candidates) {
    const key = candidateKey(candidate);
    const before = cells.get(key);
    if (!before) cells.set(key, candidate);
    else if (Array.isArray(before)) before.push(candidate);
    else cells.set(key, [before, candidate]);
  }
  const same: (readonly Candidate[])[] = [];
  const differing: (readonly Candidate[])[] = [];
  const kept = [...cells.values()].map((cell) => {
    if (!Array.isArray(cell)) return cell;
    const usable = cell.filter(({ blocked }) => !blocked).toSorted((a, b) => a.row - b.row);
    const differs = new Set(usable.map(signature)).size > 1;
    (differs ? differing : same).push(usable);
    return oneOf(usable) ?? cell[0];
  });
  for (const group of differing) for (const candidate of group) candidate.blocked = true;
  return {
    kept: kept.filter((candidate) => candidate !== undefined),
    findings: [
      ...differing.flatMap((group) => differ(group, context)),
      ...repeated(same, differing, context),
    ],
    folded: candidates.length - cells.size,
  };
}

/** The first of several that agree, with the reason and the comment of whichever has one. */
function oneOf(group: readonly Candidate[]): Candidate | undefined {
  const [first] = group;
  if (!first) return undefined;
  const reason = group.find((candidate) => candidate.reason)?.reason ?? null;
  const comment = group.find((candidate) => candidate.comment)?.comment ?? null;
  return Object.assign(first, { reason, comment });
}

/** Once for every number but the first. */
function differ(group: readonly Candidate[], { rules }: IntakeContext): readonly Finding[] {
  const firsts = [...new Map(group.toReversed().map((c) => [signature(c), c])).values()];
  const [a, ...others] = firsts.toSorted((x, y) => x.row - y.row);
  const shared = new Set(group.map((candidate) => candidate.from)).size > 1;
  return others.flatMap((b) => {
    if (!a) return [];
    const numbers = { x: a.sent.trim(), y: b.sent.trim(), box: a.metric.title };
    return shared
      ? say(rules, 'SHARED_NUMBER_DIFFERS', placeOf(b, b.sent), {
          ...numbers,
          a: a.from ?? a.metric.code,
          b: b.from ?? b.metric.code,
        })
      : say(rules, 'CELL_TWICE_DIFFERENT', placeOf(b, b.sent), { ...numbers, a: a.row, b: b.row });
  });
}

/** Rows that say the same in the same way, once a row; not where another number of the row differs. */
function repeated(
  same: readonly (readonly Candidate[])[],
  differing: readonly (readonly Candidate[])[],
  { rules }: IntakeContext,
): readonly Finding[] {
  const said = new Set(differing.flat().map((candidate) => candidate.row));
  return same.flatMap((group) =>
    group.flatMap((b, index) => {
      const a = group.slice(0, index).find((candidate) => candidate.from === b.from);
      if (!a || said.has(b.row)) return [];
      said.add(b.row);
      return say(rules, 'CELL_TWICE_SAME', placeOf(b, b.sent), { a: a.row, b: b.row });
    }),
  );
}
