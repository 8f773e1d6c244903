import type { Council } from '#domain/register';
import type { BackTestedCouncil, BackTestEpisode, BackTestResult } from '../ports/index.js';

/** What is listed of a result at most; the rest is counted. */
const MOST_LISTED = 1_000;

const byLetters = new Intl.Collator('en-GB');

/** The result of a back-test from those of its councils: counts of all of it, and a list that is cut where it is very long. */
export function resultOf(
  councils: readonly BackTestedCouncil[],
  register: { readonly councils: readonly Pick<Council, 'id' | 'name'>[] },
): BackTestResult {
  const names = new Map(register.councils.map(({ id, name }) => [id, name]));
  const nameOf = ({ councilId }: BackTestedCouncil): string => names.get(councilId) ?? '';
  const ordered = councils.toSorted((a, b) => byLetters.compare(nameOf(a), nameOf(b)));
  const sum = (of: (one: BackTestedCouncil) => number): number =>
    councils.reduce((total, one) => total + of(one), 0);
  const compared = councils.flatMap((one) => one.compared ?? []);
  return {
    from: councils.flatMap(({ from }) => from ?? []).sort()[0] ?? null,
    to:
      councils
        .flatMap(({ to }) => to ?? [])
        .sort()
        .at(-1) ?? null,
    series: sum(({ series }) => series),
    fired: sum(({ fired }) => fired),
    firedCouncils: councils.filter(({ fired }) => fired > 0).length,
    onlyWaited: sum(({ onlyWaited }) => onlyWaited),
    firedByYear: byYear(councils.flatMap(({ firedByYear }) => firedByYear)),
    chance: councils.every(({ chance }) => chance === null)
      ? null
      : sum(({ chance }) => chance ?? 0),
    compared:
      compared.length === 0
        ? null
        : {
            both: compared.reduce((total, { both }) => total + both, 0),
            more: compared.reduce((total, { more }) => total + more, 0),
            fewer: compared.reduce((total, { fewer }) => total + fewer, 0),
          },
    episodes: ordered.flatMap(({ episodes }) => episodes.toSorted(byTime)).slice(0, MOST_LISTED),
  };
}

const byTime = (a: BackTestEpisode, b: BackTestEpisode): number =>
  (a.firedAt?.getTime() ?? 0) - (b.firedAt?.getTime() ?? 0);

/** Counts of years added up, oldest first; years between without one are there with 0. */
function byYear(counts: BackTestResult['firedByYear']): BackTestResult['firedByYear'] {
  if (counts.length === 0) return [];
  const years = counts.map(({ year }) => year);
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => ({
    year: first + at,
    fired: counts.reduce((total, { year, fired }) => total + (year === first + at ? fired : 0), 0),
  }));
}
